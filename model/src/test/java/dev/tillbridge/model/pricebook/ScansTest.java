package dev.tillbridge.model.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.EmbeddedBarcode.Carries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a scan means: check digits, labels from the shop's scales, and what goes first. */
class ScansTest {

  private static final EmbeddedBarcode PRICE =
      new EmbeddedBarcode("20", Carries.PRICE, 13, 2, 5, 7, 5, 2);

  @Test
  void checkDigitsOfEveryLengthOfGtin() {
    assertThat(List.of("96385074", "036000291452", "4006381333931", "10614141000415"))
        .allMatch(Gtin::isValid);
    assertThat(List.of("96385075", "4006381333932", "400638133393X", "", "7"))
        .noneMatch(Gtin::isValid);
  }

  @Test
  void aLabelSaysItsItemAndItsValue() {
    assertThat(PRICE.read(label("200012301234")))
        .contains(new EmbeddedBarcode.Reading(Carries.PRICE, "00123", new BigDecimal("12.34")));
  }

  @Test
  void aLabelWithAWrongCheckDigitOrNothingOnItIsNone() {
    String right = label("200012301234");
    char wrong = right.charAt(12) == '9' ? '0' : (char) (right.charAt(12) + 1);

    assertThat(PRICE.read(right.substring(0, 12) + wrong)).isEmpty();
    assertThat(PRICE.read(label("200012300000"))).isEmpty();
    assertThat(PRICE.read(label("210012301234"))).isEmpty();
    assertThat(PRICE.read("2000123")).isEmpty();
  }

  @Test
  void aLabelFindsItsItemWithAndWithoutLeadingZeros() {
    assertThat(book(item("123")).find(label("200012301234")).map(f -> f.item().code()))
        .contains("123");
    assertThat(book(item("00123")).find(label("200012301234")).map(f -> f.item().code()))
        .contains("00123");
    assertThat(book(item("124")).find(label("200012301234"))).isEmpty();
  }

  @Test
  void theLongerPrefixGoesFirst() {
    EmbeddedBarcode weight = new EmbeddedBarcode("2000", Carries.WEIGHT, 13, 4, 3, 7, 5, 3);
    PriceBook book = book(item("123"), PRICE, weight);

    assertThat(book.find(label("200012301234")).orElseThrow().embedded())
        .isEqualTo(new EmbeddedBarcode.Reading(Carries.WEIGHT, "123", new BigDecimal("1.234")));
  }

  @Test
  void aBarcodeInTheBookGoesBeforeALabelAndBeforeACode() {
    String scanned = label("200012301234");
    Item own = new Item("OWN", "Own", Money.of(CurrencyUnit.GBP, 1), "T", List.of(scanned, "123"));

    assertThat(book(item("123"), own, PRICE).find(scanned).orElseThrow().item()).isEqualTo(own);
    assertThat(book(item("123"), own, PRICE).find("123").orElseThrow().item()).isEqualTo(own);
  }

  @Test
  void aLabelWhosePartsOverlapIsRefused() {
    assertThatThrownBy(() -> new EmbeddedBarcode("20", Carries.PRICE, 13, 2, 6, 7, 5, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EmbeddedBarcode("20", Carries.PRICE, 13, 2, 5, 8, 5, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String label(String digits) {
    return digits + Gtin.checkDigit(digits);
  }

  private static Item item(String code) {
    return new Item(code, code, Money.of(CurrencyUnit.GBP, 5), "T", List.of());
  }

  private static PriceBook book(BookValue item) {
    return book(item, PRICE);
  }

  private static PriceBook book(BookValue... values) {
    Manifest manifest = new Manifest(1, Instant.EPOCH, "test", "GBP", values.length, "");
    return new BookInMemory(manifest, List.of(values));
  }
}
