package dev.tillbridge.model.pricebook;

/** The check digit of GS1 numbers (GS1 General Specifications, 7.9): GTIN-8, -12, -13, -14. */
public final class Gtin {

  private static final int WEIGHT = 3;
  private static final int TEN = 10;

  private Gtin() {}

  /** Whether these are digits and the last is their check digit, whatever their number. */
  public static boolean isValid(String digits) {
    int last = digits.length() - 1;
    return last > 0
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && digits.charAt(last) - '0' == checkDigit(digits.substring(0, last));
  }

  /** Whether this is a GTIN: of one of their four lengths, with its check digit. */
  public static boolean isOne(String text) {
    return switch (text.length()) {
      case 8, 12, 13, 14 -> isValid(text);
      default -> false;
    };
  }

  /** The digit to put behind these. */
  public static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? WEIGHT * digit : digit;
    }
    return (TEN - sum % TEN) % TEN;
  }
}
