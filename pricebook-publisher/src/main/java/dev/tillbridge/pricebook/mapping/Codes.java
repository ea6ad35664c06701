package dev.tillbridge.pricebook.mapping;

/**
 * What is done to item codes.
 *
 * @param stripLeadingZeros 0000007 becomes 7
 * @param padTo zeros are put before a number until it has so many digits; 0 for never
 */
public record Codes(boolean stripLeadingZeros, int padTo) {

  private static final int PAD_MAX = 48;

  public Codes {
    requirePad(padTo);
    if (stripLeadingZeros && padTo > 0) {
      throw new IllegalArgumentException("Give strip-leading-zeros or pad-to, not both.");
    }
  }

  /** Codes as they are written. */
  public static Codes standard() {
    return new Codes(false, 0);
  }

  /** The code as the book has it. */
  public String of(String written) {
    String code = padded(written, padTo);
    if (!stripLeadingZeros) {
      return code;
    }
    int zeros = 0;
    while (zeros < code.length() - 1 && code.charAt(zeros) == '0') {
      zeros++;
    }
    return code.substring(zeros);
  }

  static void requirePad(int padTo) {
    if (padTo < 0 || padTo > PAD_MAX) {
      throw new IllegalArgumentException(
          "pad-to is 0 (never) to %d; got %d.".formatted(PAD_MAX, padTo));
    }
  }

  static String padded(String written, int padTo) {
    boolean number = !written.isEmpty() && written.chars().allMatch(c -> c >= '0' && c <= '9');
    return number && written.length() < padTo
        ? "0".repeat(padTo - written.length()) + written
        : written;
  }
}
