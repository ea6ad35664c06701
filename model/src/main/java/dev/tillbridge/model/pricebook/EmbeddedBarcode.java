package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How a barcode printed in the shop carries a price or a weight (GS1 variable measure, restricted
 * circulation numbers 02 and 20 to 29).
 *
 * <p>Digits are counted from 0 at the left, prefix included; the last one is the check digit.
 *
 * @param prefix first digits of such a barcode
 * @param length of the whole barcode
 * @param itemFrom first digit of the item's code
 * @param itemDigits how many; the item's code has them with or without leading zeros
 * @param valueFrom first digit of the price or weight
 * @param valueDigits how many
 * @param decimals of the value: 2 with 01234 is 12.34
 */
@JsonPropertyOrder({
  "prefix",
  "carries",
  "length",
  "itemFrom",
  "itemDigits",
  "valueFrom",
  "valueDigits",
  "decimals"
})
public record EmbeddedBarcode(
    String prefix,
    Carries carries,
    int length,
    int itemFrom,
    int itemDigits,
    int valueFrom,
    int valueDigits,
    int decimals)
    implements BookValue {

  /** What its value is. */
  public enum Carries {
    PRICE,
    WEIGHT
  }

  /**
   * What such a barcode says.
   *
   * @param itemDigits the item's code, with leading zeros
   */
  public record Reading(Carries carries, String itemDigits, BigDecimal value) {

    /** The item's code without leading zeros. */
    public String itemNumber() {
      String stripped = itemDigits.replaceFirst("^0+", "");
      return stripped.isEmpty() ? "0" : stripped;
    }
  }

  private static final int DIGITS_MAX = 9;

  public EmbeddedBarcode {
    Objects.requireNonNull(prefix, "prefix is missing");
    Objects.requireNonNull(carries, "carries is missing");
    int afterPrefix = prefix.length();
    boolean fits =
        prefix.matches("[0-9]{1,6}")
            && itemDigits >= 1
            && itemDigits <= DIGITS_MAX
            && valueDigits >= 1
            && valueDigits <= DIGITS_MAX
            && itemFrom >= afterPrefix
            && valueFrom >= afterPrefix
            && itemFrom + itemDigits < length
            && valueFrom + valueDigits < length
            && (itemFrom + itemDigits <= valueFrom || valueFrom + valueDigits <= itemFrom)
            && decimals >= 0
            && decimals <= valueDigits;
    if (!fits) {
      throw new IllegalArgumentException(
          "Embedded barcode %s: prefix, item and value must lie side by side in %d digits, the last being the check digit."
              .formatted(prefix, length));
    }
  }

  /** What a barcode says; empty when it is none of these or its check digit is wrong. */
  public Optional<Reading> read(String barcode) {
    if (barcode.length() != length || !barcode.startsWith(prefix) || !Gtin.isValid(barcode)) {
      return Optional.empty();
    }
    BigDecimal value =
        new BigDecimal(barcode.substring(valueFrom, valueFrom + valueDigits))
            .movePointLeft(decimals);
    return value.signum() == 0
        ? Optional.empty()
        : Optional.of(
            new Reading(carries, barcode.substring(itemFrom, itemFrom + itemDigits), value));
  }

  @Override
  public String bookKey() {
    return "embedded:" + prefix;
  }
}
