package dev.tillbridge.model.card;

/**
 * Tells the numbers of payment cards from others, so that nothing keeps one by mistake.
 *
 * <p>A number is a payment card's when it has 12 to 19 digits, begins as a bank's does and has a
 * right check digit (Luhn, ISO/IEC 7812-1). The beginnings are wide on purpose: everything from 3
 * to 6, and what national and younger schemes use besides.
 */
public final class PaymentCardNumbers {

  private static final int DIGITS_MIN = 12;
  private static final int DIGITS_MAX = 19;

  /** Only Maestro's are shorter. */
  private static final int USUAL_MIN = 13;

  /** Outside 3 to 6 few cards are shorter, and the codes of goods are. */
  private static final int LONG = 16;

  private PaymentCardNumbers() {}

  /** Whether this has the number of a payment card in it, as on a track of its stripe. */
  public static boolean isOne(CharSequence text) {
    int from = 0;
    for (int to = 0; to <= text.length(); to++) {
      if (to == text.length() || !isDigit(text.charAt(to))) {
        if (isNumber(text, from, to)) {
          return true;
        }
        from = to + 1;
      }
    }
    return false;
  }

  private static boolean isNumber(CharSequence text, int from, int to) {
    if (to - from < DIGITS_MIN || to - from > DIGITS_MAX) {
      return false;
    }
    CharSequence digits = text.subSequence(from, to);
    char next = to < text.length() ? text.charAt(to) : 0;
    return switch (next) {
      // Track 1 of format B, the banks' own: number, name, date.
      case '^' -> from > 0 && Character.toUpperCase(text.charAt(from - 1)) == 'B';
      // Track 2 with a date behind the number: then it need not have a check digit.
      case '=' -> isBanks(digits);
      default -> isBanks(digits) && hasCheckDigit(digits);
    };
  }

  /** Whether a bank's card, of at least {@value #DIGITS_MIN} digits, begins so. */
  static boolean isBanks(CharSequence digits) {
    int four = 0;
    for (int at = 0; at < 4; at++) {
      four = four * 10 + digits.charAt(at) - '0';
    }
    boolean isLong = digits.length() >= LONG;
    return switch (four / 1000) {
      case 5, 6 -> true;
      case 3, 4 -> digits.length() >= USUAL_MIN;
      // UATP and the older of JCB.
      case 1 -> digits.length() == LONG - 1;
      // Mir, and Mastercard's second series.
      case 2 ->
          digits.length() == LONG - 1 && four == 2131
              || isLong && (four >= 2200 && four <= 2205 || four >= 2221 && four <= 2720);
      // UnionPay and RuPay; Uzcard.
      case 8 -> isLong && (four / 100 == 81 || four / 100 == 82 || four == 8600);
      // NAPAS; Troy; Humo.
      case 9 -> isLong && (four == 9704 || four == 9792 || four == 9860);
      default -> false;
    };
  }

  static boolean hasCheckDigit(CharSequence digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int weighed = place % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }
}
