package dev.tillbridge.devices.javapos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tillbridge.devices.peripherals.Card;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A card's number inside the buffer a device delivered it in; never in a string. */
final class CardNumber {

  private static final int DIGITS_MIN = 8;
  private static final int DIGITS_MAX = 19;

  /** From this length on, six leading digits leave enough of the rest hidden. */
  private static final int DIGITS_FOR_LEADING = 15;

  private static final int LEADING = 6;
  private static final int TRAILING = 4;

  private static final Pattern MASKED = Pattern.compile("\\d{0,6}\\*+\\d{0,4}|\\d{0,4}");

  private static final Pattern WHOLE = Pattern.compile("\\d{" + DIGITS_MIN + ",}");

  private CardNumber() {}

  /**
   * Turns track 2 into what may be known of the card and overwrites the buffer with zeros.
   *
   * @return empty when it holds no card number
   */
  static Optional<Card> take(byte[] track, CardTokens tokens) {
    try {
      int from = 0;
      while (from < track.length && !digit(track[from])) {
        from++;
      }
      int to = from;
      while (to < track.length && digit(track[to])) {
        to++;
      }
      if (to - from < DIGITS_MIN || to - from > DIGITS_MAX) {
        return Optional.empty();
      }
      return Optional.of(
          new Card(masked(track, from, to), scheme(track, from), tokens.token(track, from, to)));
    } finally {
      Arrays.fill(track, (byte) 0);
    }
  }

  /** Masks what a terminal reports of a number; most have done so themselves. */
  static String masked(String reported) {
    String number = reported.replaceAll("[ -]", "").replaceAll("[^0-9]", "*");
    if (MASKED.matcher(number).matches()) {
      return number;
    }
    return WHOLE.matcher(number).matches()
        ? masked(number.getBytes(US_ASCII), 0, number.length())
        : "*".repeat(number.length());
  }

  private static String masked(byte[] number, int from, int to) {
    int length = to - from;
    int leading = length >= DIGITS_FOR_LEADING ? LEADING : 0;
    return new String(number, from, leading, US_ASCII)
        + "*".repeat(length - leading - TRAILING)
        + new String(number, to - TRAILING, TRAILING, US_ASCII);
  }

  private static String scheme(byte[] number, int from) {
    int four = 0;
    for (int n = from; n < from + TRAILING; n++) {
      four = four * 10 + number[n] - '0';
    }
    int two = four / 100;
    if (four / 1000 == 4) {
      return "Visa";
    }
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
      return "Mastercard";
    }
    if (two == 34 || two == 37) {
      return "American Express";
    }
    if (four == 6011 || two == 65) {
      return "Discover";
    }
    return two == 50 || (two >= 56 && two <= 69) ? "Maestro" : "card";
  }

  private static boolean digit(byte character) {
    return character >= '0' && character <= '9';
  }
}
