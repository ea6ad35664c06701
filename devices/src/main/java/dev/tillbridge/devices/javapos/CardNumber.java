package dev.tillbridge.devices.javapos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardSwipe;
import dev.tillbridge.model.card.PaymentCardNumbers;
import dev.tillbridge.model.customer.CustomerCard;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A card's number inside the buffer a device delivered it in; a payment card's never in a string.
 */
final class CardNumber {

  private static final int DIGITS_MIN = 8;

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
  static Optional<CardSwipe> take(byte[] track, CardTokens tokens) {
    try {
      int from = 0;
      while (from < track.length && !digit(track[from])) {
        from++;
      }
      int to = from;
      while (to < track.length && digit(track[to])) {
        to++;
      }
      if (PaymentCardNumbers.isOne(new OnTrack(track, from, Math.min(to + 1, track.length)))) {
        return Optional.of(
            new CardSwipe.OfBank(
                new Card(
                    masked(track, from, to), scheme(track, from), tokens.token(track, from, to))));
      }
      return to - from < CustomerCard.CHARS_MIN || to - from > CustomerCard.CHARS_MAX
          ? Optional.empty()
          : Optional.of(new CardSwipe.OfCustomer(new String(track, from, to - from, US_ASCII)));
    } finally {
      Arrays.fill(track, (byte) 0);
    }
  }

  /** Part of the buffer, to be looked at without a copy of it. */
  private record OnTrack(byte[] track, int from, int to) implements CharSequence {

    @Override
    public int length() {
      return to - from;
    }

    @Override
    public char charAt(int index) {
      return (char) track[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new OnTrack(track, from + start, from + end);
    }

    @Override
    public String toString() {
      return "*".repeat(length());
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
