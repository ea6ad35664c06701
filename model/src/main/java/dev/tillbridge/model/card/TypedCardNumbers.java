package dev.tillbridge.model.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds payment cards' numbers in what people type or scan where no such number belongs, so that
 * none is kept, printed, sent or said again.
 *
 * <p>Blanks, dashes and dots between the digits do not hide a number, nor does what stands around
 * it, an expiry date for example. Phone numbers are told from cards by a plus or 00 in front, and
 * by length: a number shorter than 16 digits counts only when its issuer makes such short ones.
 * Digits that are glued to a number do hide it. {@code TypedCardNumbersTest} measures how often
 * something else is taken for a card.
 */
public final class TypedCardNumbers {

  private static final int DIGITS_MIN = 12;
  private static final int DIGITS_MAX = 19;

  /** Phone numbers have no more (ITU-T E.164), and only some cards have fewer. */
  private static final int PHONE_DIGITS_MAX = 15;

  /** Characters between two groups of digits of one number. */
  private static final int GAP_MAX = 3;

  /** Digits that may still be read: they name the issuer. */
  private static final int SHOWN = 6;

  private TypedCardNumbers() {}

  /** Digits that stand together, from one character to before another. */
  private record Group(int from, int to) {}

  /** Whether there is one in it. */
  public static boolean isIn(String text) {
    return !numbers(text).isEmpty();
  }

  /** The text with all but the first digits of each such number hidden; itself when it has none. */
  public static String masked(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (Group number : numbers(text)) {
      int digits = 0;
      for (int at = number.from(); at < number.to(); at++) {
        if (isDigit(text.charAt(at)) && ++digits > SHOWN) {
          masked.setCharAt(at, '*');
        }
      }
    }
    return masked.toString();
  }

  private static List<Group> numbers(String text) {
    List<Group> numbers = new ArrayList<>();
    List<Group> run = new ArrayList<>();
    for (Group group : groups(text)) {
      if (!run.isEmpty() && !isGap(text, run.getLast().to(), group.from())) {
        addNumbers(text, run, numbers);
        run.clear();
      }
      run.add(group);
    }
    addNumbers(text, run, numbers);
    return numbers;
  }

  private static List<Group> groups(String text) {
    List<Group> groups = new ArrayList<>();
    int from = 0;
    for (int to = 0; to <= text.length(); to++) {
      if (to == text.length() || !isDigit(text.charAt(to))) {
        if (to > from) {
          groups.add(new Group(from, to));
        }
        from = to + 1;
      }
    }
    return groups;
  }

  /** A number is some of the groups, whole; of those that begin with one, the longest. */
  private static void addNumbers(String text, List<Group> run, List<Group> numbers) {
    if (run.isEmpty() || isPhone(text, run)) {
      return;
    }
    for (int first = 0; first < run.size(); first++) {
      for (int last = Math.min(first + DIGITS_MAX, run.size()) - 1; last >= first; last--) {
        Group whole = new Group(run.get(first).from(), run.get(last).to());
        if (isNumber(text, whole)) {
          numbers.add(whole);
          break;
        }
      }
    }
  }

  private static boolean isPhone(String text, List<Group> run) {
    int from = run.getFirst().from();
    String digits = digits(text, new Group(from, run.getLast().to()));
    if (text.substring(0, from).stripTrailing().endsWith("+")) {
      return digits.length() <= PHONE_DIGITS_MAX;
    }
    return digits.startsWith("00") && digits.length() <= PHONE_DIGITS_MAX + 2;
  }

  private static boolean isNumber(String text, Group whole) {
    String digits = digits(text, whole);
    if (digits.length() < DIGITS_MIN || digits.length() > DIGITS_MAX) {
      return false;
    }
    return isOnStripe(text, whole, digits)
        || PaymentCardNumbers.isBanks(digits)
            && hasItsLength(Integer.parseInt(digits.substring(0, 4)), digits.length())
            && PaymentCardNumbers.hasCheckDigit(digits);
  }

  /** As a stripe has it, with a sign behind it: then it need not have a check digit. */
  private static boolean isOnStripe(String text, Group whole, String digits) {
    char before = whole.from() > 0 ? text.charAt(whole.from() - 1) : ' ';
    char after = whole.to() < text.length() ? text.charAt(whole.to()) : ' ';
    return (after == '=' || after == '^') && PaymentCardNumbers.isOne("" + before + digits + after);
  }

  /** Whether cards that begin so have so many digits. */
  private static boolean hasItsLength(int four, int length) {
    boolean isLong = length > PHONE_DIGITS_MAX;
    return switch (four / 100) {
      // American Express; what begins with 35 and has 15 digits is a mobile phone's own number.
      case 34, 37 -> length == 15;
      case 35 -> isLong && four >= 3528;
      // Diners Club.
      case 30 -> (isLong || length == 14) && (four < 3060 || four == 3095);
      case 36, 38, 39 -> isLong || length == 14;
      case 31, 32, 33 -> false;
      // Visa.
      case 40, 41, 42, 43, 44, 45, 46, 47, 48, 49 -> length == 13 || length == 16 || length == 19;
      // Mastercard.
      case 51, 52, 53, 54, 55 -> length == 16;
      // UATP, and the older of JCB.
      case 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21 -> length == 15;
      default -> isLong || isShortMaestro(four);
    };
  }

  private static boolean isShortMaestro(int four) {
    return switch (four) {
      case 5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763 -> true;
      default -> four / 10 == 501;
    };
  }

  private static boolean isGap(String text, int from, int to) {
    return to - from <= GAP_MAX && text.substring(from, to).chars().allMatch(c -> parts((char) c));
  }

  private static boolean parts(char each) {
    return switch (Character.getType(each)) {
      case Character.SPACE_SEPARATOR,
          Character.DASH_PUNCTUATION,
          Character.CONTROL,
          Character.FORMAT ->
          true;
      default -> each == '.' || each == '_' || each == '\u2212';
    };
  }

  private static String digits(String text, Group whole) {
    StringBuilder digits = new StringBuilder();
    for (int at = whole.from(); at < whole.to(); at++) {
      if (isDigit(text.charAt(at))) {
        digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
      }
    }
    return digits.toString();
  }

  private static boolean isDigit(char each) {
    return Character.isDigit(each);
  }
}
