package dev.tillbridge.model.storedvalue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a gift certificate or store credit, written {@code S01-R07-1923G1-65}: the ticket
 * it was issued on, G or C for its kind, which of that ticket's it is, and two check digits.
 *
 * <p>A ticket's number is given once, so this one is too, whichever registers are apart. The two
 * check digits are what is left of the characters before them, read as a number to the base 37 (0
 * to 9, A to Z, dash) and divided by 97: every wrong character and every two swapped neighbours are
 * found, because 97 is a prime above 37.
 *
 * @param ticket number of the ticket it was issued on
 * @param place on that ticket, 1 to {@value #PLACES}
 */
public record StoredValueNumber(String ticket, StoredValueKind kind, int place) {

  /** How many of a kind one ticket can issue. */
  public static final int PLACES = 9;

  private static final Pattern WRITTEN =
      Pattern.compile("([A-Z0-9]{1,12}-[A-Z0-9]{1,12}-[0-9]{1,18})([GC])([1-9])-([0-9]{2})");

  public StoredValueNumber {
    if (place < 1 || place > PLACES) {
      throw new IllegalArgumentException(
          "A ticket issues 1 to " + PLACES + " of a kind; got " + place + ".");
    }
  }

  /** Reads the written form; empty when it is not one, or its check digits are wrong. */
  public static Optional<StoredValueNumber> read(String text) {
    String written = text.strip().toUpperCase(Locale.ROOT);
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      return Optional.empty();
    }
    StoredValueNumber number =
        new StoredValueNumber(
            parts.group(1),
            parts.group(2).equals("G") ? StoredValueKind.GIFT : StoredValueKind.CREDIT,
            Integer.parseInt(parts.group(3)));
    return number.toString().equals(written) ? Optional.of(number) : Optional.empty();
  }

  /** Whether it was issued by the register with this lane's written form. */
  public boolean isOf(String lane) {
    return ticket.startsWith(lane + "-");
  }

  private String unchecked() {
    return ticket + (kind == StoredValueKind.GIFT ? "G" : "C") + place;
  }

  @Override
  public String toString() {
    String plain = unchecked();
    return "%s-%02d".formatted(plain, checkDigits(plain));
  }

  private static int checkDigits(String plain) {
    int rest = 0;
    for (int i = 0; i < plain.length(); i++) {
      char each = plain.charAt(i);
      rest = (rest * 37 + (each == '-' ? 36 : Character.digit(each, 36))) % 97;
    }
    return rest;
  }
}
