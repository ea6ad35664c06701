package dev.tillbridge.pricebook.mapping;

import java.util.List;

/**
 * How prices are written.
 *
 * @param decimalSeparator one character
 * @param thousandsSeparator one character, or none
 * @param strip texts taken away before reading, for example € or kn
 */
public record Numbers(String decimalSeparator, String thousandsSeparator, List<String> strip) {

  public static final String NONE = "none";

  public Numbers {
    decimalSeparator = decimalSeparator == null ? "." : decimalSeparator;
    thousandsSeparator = thousandsSeparator == null ? NONE : thousandsSeparator;
    strip = strip == null ? List.of() : List.copyOf(strip);
    if (decimalSeparator.length() != 1 || Character.isDigit(decimalSeparator.charAt(0))) {
      throw new IllegalArgumentException(
          "decimal-separator is one character such as \",\"; got \"" + decimalSeparator + "\".");
    }
    if (!thousandsSeparator.equals(NONE)
        && (thousandsSeparator.length() != 1
            || Character.isDigit(thousandsSeparator.charAt(0))
            || thousandsSeparator.equals(decimalSeparator))) {
      throw new IllegalArgumentException(
          "thousands-separator is none or one character other than the decimal separator; got \""
              + thousandsSeparator
              + "\".");
    }
    if (strip.stream()
        .anyMatch(text -> text.isEmpty() || text.chars().anyMatch(Character::isDigit))) {
      throw new IllegalArgumentException(
          "strip lists texts without digits, such as €; got " + strip + ".");
    }
  }

  /** Digits and a decimal point. */
  public static Numbers standard() {
    return new Numbers(".", NONE, List.of());
  }
}
