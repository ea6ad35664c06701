package dev.tillbridge.pricebook.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ImportedBookTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 23, 3, 0);
  private static final BookValue.TaxCategory TAX =
      new BookValue.TaxCategory(
          "Standard", new TaxRate("STANDARD", BigDecimal.valueOf(25), TaxMode.INCLUSIVE));
  private static final BookValue.Zone ZONE = new BookValue.Zone("NORTH", "North", List.of("S01"));

  @Test
  void listReplacesItemsAndTheLastListsPromotionsAndNothingElse() {
    Promotion ours = promotion("SUMMER");
    List<BookValue> published =
        List.of(TAX, ZONE, item("1", "1.00"), item("2", "2.00"), ours, promotion("special:1"));

    List<BookValue> book =
        ImportedBook.over(published, List.of(item("2", "2.50"), promotion("special:2")), NOW);

    assertThat(book)
        .containsExactlyInAnyOrder(TAX, ZONE, ours, item("2", "2.50"), promotion("special:2"));
  }

  @Test
  void listOfADateReplacesThePromotionsOfThatDateOnly() {
    PricePoint later = new PricePoint(null, NOW.plusDays(1), Money.parse("EUR 1.30"));
    Promotion current = promotion("special:1");
    Promotion planned = promotion("special@2026-01-24T03:00:1", NOW.plusDays(1));

    List<BookValue> atOnce =
        ImportedBook.over(
            List.of(item("1", "1.00"), current, planned), List.of(item("1", "1.00")), NOW);
    List<BookValue> ofTheDate =
        ImportedBook.over(
            List.of(item("1", "1.00"), current, planned), List.of(item("1", "1.30", later)), NOW);

    assertThat(atOnce).containsExactlyInAnyOrder(item("1", "1.00"), planned);
    assertThat(ofTheDate).containsExactlyInAnyOrder(item("1", "1.00", later), current);
  }

  @Test
  void adminsPromotionsReplaceAllOfTheirsAndLeaveTheLists() {
    Promotion ofTheList = promotion("special:1");

    List<BookValue> book =
        ImportedBook.over(
            List.of(ZONE, item("1", "1.00"), promotion("SUMMER"), ofTheList),
            List.of(promotion("WINTER")),
            NOW);

    assertThat(book)
        .containsExactlyInAnyOrder(ZONE, item("1", "1.00"), promotion("WINTER"), ofTheList);
  }

  @Test
  void importedTaxCategoriesReplaceAllOfThem() {
    BookValue.TaxCategory other =
        new BookValue.TaxCategory(
            "Reduced", new TaxRate("REDUCED", BigDecimal.TEN, TaxMode.INCLUSIVE));

    List<BookValue> book = ImportedBook.over(List.of(TAX, item("1", "1.00")), List.of(other), NOW);

    assertThat(book).containsExactlyInAnyOrder(other, item("1", "1.00"));
  }

  @Test
  void listKeepsPricesOfZonesAndOfLaterDates() {
    PricePoint zone = new PricePoint("NORTH", null, Money.parse("EUR 1.10"));
    PricePoint past = new PricePoint(null, NOW.minusDays(1), Money.parse("EUR 1.20"));
    PricePoint later = new PricePoint(null, NOW.plusDays(1), Money.parse("EUR 1.30"));

    List<BookValue> book =
        ImportedBook.over(
            List.of(item("1", "1.00", zone, past, later)), List.of(item("1", "1.05")), NOW);

    assertThat(book).containsExactly(item("1", "1.05", zone, later));
  }

  @Test
  void listOfAZoneAddsItsPricesAndKeepsAllItems() {
    PricePoint old = new PricePoint("NORTH", null, Money.parse("EUR 1.10"));
    PricePoint fresh = new PricePoint("NORTH", null, Money.parse("EUR 1.15"));

    List<BookValue> book =
        ImportedBook.over(
            List.of(item("1", "1.00", old), item("2", "2.00")),
            List.of(item("1", "1.15", fresh)),
            NOW);

    assertThat(book).containsExactly(item("1", "1.00", fresh), item("2", "2.00"));
  }

  private static Item item(String code, String price, PricePoint... schedule) {
    return new Item(
        code,
        "Item " + code,
        Money.parse("EUR " + price),
        "STANDARD",
        List.of(),
        null,
        null,
        List.of(schedule));
  }

  private static Promotion promotion(String code) {
    return promotion(code, null);
  }

  private static Promotion promotion(String code, @Nullable LocalDateTime from) {
    return new Promotion(
        code,
        "Promotion",
        new Validity(from, null, List.of(), null, null, List.of()),
        0,
        false,
        null,
        null,
        Selection.ALL,
        new Reward.PercentOff(BigDecimal.TEN));
  }
}
