package dev.tillbridge.pricebook.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.PricePoint;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {

  @Test
  void newChangedAndGoneAreCountedAndToldInWords() {
    List<BookValue> was = List.of(item("A", "1.00"), item("B", "2.00"), item("C", "3.00"));
    List<BookValue> now = List.of(item("A", "1.20"), item("C", "3.00"), item("D", "4.00"));

    Comparison comparison = Comparison.between(was, now);

    assertThat(comparison.changes())
        .extracting(change -> change.key() + " " + change.kind() + " " + change.words())
        .containsExactly(
            "item:A CHANGED [price GBP 1.00 to GBP 1.20 (+20.0 %)]",
            "item:B GONE [gone: B Item B GBP 2.00]", "item:D NEW [new: D Item D GBP 4.00]");
    assertThat(comparison.items()).isEqualTo(3);
  }

  @Test
  void sameBookInAnotherOrderIsNoChange() {
    List<BookValue> was = List.of(item("A", "1.00"), item("B", "2.00"));

    assertThat(Comparison.between(was, was.reversed()).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1.00, 1.49, false, false",
    "1.00, 1.50, true, false",
    "1.00, 0.51, false, false",
    "1.00, 0.50, true, false",
    "1.99, 19.90, true, true",
    "1.99, 199.00, true, true",
    "19.90, 1.99, true, true",
    "1.00, 5.00, true, false",
  })
  void outliersAndSlipsAreNamed(String was, String now, boolean outlier, boolean slip) {
    Change change =
        Comparison.between(List.of(item("A", was)), List.of(item("A", now))).changes().getFirst();

    assertThat(change.isOutlier(50)).isEqualTo(outlier);
    assertThat(change.words().getFirst().endsWith("decimal slip?")).isEqualTo(slip);
  }

  @Test
  void largestChangeOfMoneyComesFirst() {
    List<BookValue> was = List.of(item("A", "1.00"), item("B", "50.00"), item("C", "2.00"));
    List<BookValue> now = List.of(item("A", "2.00"), item("B", "47.50"), item("C", "2.10"));

    assertThat(Comparison.between(was, now).byMoney())
        .extracting(Change::key)
        .containsExactly("item:B", "item:A", "item:C");
  }

  @Test
  void scheduledPriceIsComparedWithThePriceItReplaces() {
    LocalDateTime monday = LocalDateTime.parse("2026-11-30T00:00");
    Item was = item("A", "1.00");
    Item now = scheduled(was, new PricePoint("NORTH", monday, Money.parse("GBP 10.00")));

    Change change = Comparison.between(List.of(was), List.of(now)).changes().getFirst();

    assertThat(change.words())
        .containsExactly(
            "price zone NORTH: from 2026-11-30T00:00: GBP 1.00 to GBP 10.00 (+900.0 %) decimal slip?");
  }

  @Test
  void promotionIsToldInWords() {
    Promotion was = promotion(new Reward.Multibuy(3, 2));
    Promotion now = promotion(new Reward.BundlePrice(3, Money.parse("GBP 5.00")));

    Comparison comparison = Comparison.between(List.of(was), List.of(now));

    assertThat(comparison.terms().getFirst().words())
        .containsExactly(
            "from \"Dairy deal\": 3 for 2, on categories dairy to \"Dairy deal\": 3 for GBP 5.00, on categories dairy");
    assertThat(comparison.items()).isZero();
  }

  private static Promotion promotion(Reward reward) {
    return new Promotion(
        "P1",
        "Dairy deal",
        Validity.ALWAYS,
        0,
        false,
        null,
        null,
        Selection.ofCategories("dairy"),
        reward);
  }

  private static Item scheduled(Item item, PricePoint... points) {
    return new Item(
        item.code(),
        item.name(),
        item.price(),
        item.taxCategory(),
        item.barcodes(),
        null,
        null,
        List.of(points));
  }

  private static Item item(String code, String price) {
    return new Item(code, "Item " + code, Money.parse("GBP " + price), "STANDARD", List.of());
  }
}
