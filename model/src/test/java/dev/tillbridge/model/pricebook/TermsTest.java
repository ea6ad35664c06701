package dev.tillbridge.model.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.BookValue.LaterRate;
import dev.tillbridge.model.pricebook.BookValue.TaxCategory;
import dev.tillbridge.model.pricebook.BookValue.Zone;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds when and where: scheduled prices, dated taxes, zones, selections. */
class TermsTest {

  private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2027, 1, 1, 0, 0);

  @Test
  void ofAZonesPricesTheLatestInForceHoldsElseTheOneForEverywhere() {
    Item item =
        item(
            new PricePoint("N", NEW_YEAR, pounds(4)),
            new PricePoint(null, NEW_YEAR, pounds(2)),
            new PricePoint("N", NEW_YEAR.plusDays(1), pounds(5)));

    assertThat(item.priceAt("N", NEW_YEAR.minusSeconds(1)).price()).isEqualTo(pounds(1));
    assertThat(item.priceAt("N", NEW_YEAR).price()).isEqualTo(pounds(4));
    assertThat(item.priceAt("N", NEW_YEAR.plusDays(9)).price()).isEqualTo(pounds(5));
    assertThat(item.priceAt("S", NEW_YEAR).price()).isEqualTo(pounds(2));
    assertThat(item.priceAt(null, NEW_YEAR).price()).isEqualTo(pounds(2));
  }

  @Test
  void twoPricesForOneMomentAreRefused() {
    PricePoint one = new PricePoint("N", NEW_YEAR, pounds(4));
    PricePoint other = new PricePoint("N", NEW_YEAR, pounds(5));

    assertThatThrownBy(() -> item(one, other)).hasMessageContaining("two prices");
    assertThatThrownBy(() -> item(new PricePoint(null, null, pounds(2))))
        .hasMessageContaining("zone or a date");
    assertThatThrownBy(() -> item(new PricePoint("N", null, Money.of(CurrencyUnit.EUR, 2))))
        .hasMessageContaining("one currency");
  }

  @Test
  void aTaxRateHoldsFromItsDateOn() {
    Terms terms =
        new Terms(
            List.of(new TaxCategory("Food", rate(5), List.of(later(2028, 9), later(2027, 8)))));

    assertThat(terms.taxOn("T", LocalDate.of(2026, 12, 31))).contains(rate(5));
    assertThat(terms.taxOn("T", LocalDate.of(2027, 1, 1))).contains(rate(8));
    assertThat(terms.taxOn("T", LocalDate.of(2029, 1, 1))).contains(rate(9));
    assertThat(terms.taxOn("U", LocalDate.of(2029, 1, 1))).isEmpty();
  }

  @Test
  void aStoreIsInTheZoneThatNamesIt() {
    Terms terms = new Terms(List.of(new Zone("N", "North", List.of("S01", "S02"))));

    assertThat(terms.zoneOf("S02")).isEqualTo("N");
    assertThat(terms.zoneOf("S03")).isNull();
  }

  @Test
  void aSelectionNamesItemsCategoriesOrNeither() {
    Selection both = new Selection(List.of("Z", "A"), List.of("tea"), List.of("C"));

    assertThat(both.has(item("A", null))).isTrue();
    assertThat(both.has(item("B", "tea"))).isTrue();
    assertThat(both.has(item("C", "tea"))).isFalse();
    assertThat(both.has(item("D", "milk"))).isFalse();
    assertThat(both.has(item("D", null))).isFalse();
    assertThat(Selection.ALL.has(item("D", null))).isTrue();
    assertThat(new Selection(List.of(), List.of(), List.of("D")).has(item("D", null))).isFalse();
  }

  @Test
  void aQuantityHasNoMoreDecimalsThanItsUnit() {
    SaleUnit kilogram = new SaleUnit("kg", 3);

    assertThat(kilogram.allows(new BigDecimal("0.125"))).isTrue();
    assertThat(kilogram.allows(new BigDecimal("0.1250"))).isTrue();
    assertThat(kilogram.allows(new BigDecimal("0.1255"))).isFalse();
    assertThat(new SaleUnit("each", 0).allows(new BigDecimal("2.0"))).isTrue();
  }

  private static LaterRate later(int year, int percent) {
    return new LaterRate(LocalDate.of(year, 1, 1), BigDecimal.valueOf(percent));
  }

  private static TaxRate rate(int percent) {
    return new TaxRate("T", BigDecimal.valueOf(percent), TaxMode.INCLUSIVE);
  }

  private static Item item(String code, @Nullable String category) {
    return new Item(code, code, pounds(1), "T", List.of(), category, null, List.of());
  }

  private static Item item(PricePoint... schedule) {
    return new Item("I", "I", pounds(1), "T", List.of(), null, null, List.of(schedule));
  }

  private static Money pounds(int pounds) {
    return Money.of(CurrencyUnit.GBP, pounds);
  }
}
