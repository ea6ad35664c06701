package dev.tillbridge.devices.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;

/**
 * Cards that exist in tests only. Their numbers are made digit by digit in a buffer, so that none
 * is ever a string in this program.
 */
public enum TestCard {
  VISA("Visa", "400000", 16, 7),
  MASTERCARD("Mastercard", "555500", 16, 3),
  AMEX("American Express", "378200", 15, 5),
  MAESTRO("Maestro", "676100", 16, 9),
  SHOP_CARD("card", "981100", 16, 1);

  /** A date far enough ahead, and service code 201: chip, anywhere. */
  private static final byte[] AFTER_NUMBER = "=4912201000000000".getBytes(US_ASCII);

  private final String scheme;
  private final String leading;
  private final int digits;
  private final int seed;

  TestCard(String scheme, String leading, int digits, int seed) {
    this.scheme = scheme;
    this.leading = leading;
    this.digits = digits;
    this.seed = seed;
  }

  /** What the card says it is. */
  public String scheme() {
    return scheme;
  }

  /** Its number as a terminal shows it. */
  public String masked() {
    byte[] number = number();
    try {
      return leading
          + "*".repeat(digits - leading.length() - 4)
          + new String(number, digits - 4, 4, US_ASCII);
    } finally {
      Arrays.fill(number, (byte) 0);
    }
  }

  /** What the simulated acquirer knows it by. */
  String token() {
    return "vault-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A copy of its number, for the caller to overwrite. */
  public byte[] number() {
    byte[] number = Arrays.copyOf(leading.getBytes(US_ASCII), digits);
    for (int n = leading.length(); n < digits - 1; n++) {
      number[n] = (byte) ('0' + (n * seed + 2) % 10);
    }
    number[digits - 1] = checkDigit(number);
    return number;
  }

  /** A copy of its second track without sentinels, for the caller to overwrite. */
  byte[] track2() {
    byte[] number = number();
    byte[] track = Arrays.copyOf(number, digits + AFTER_NUMBER.length);
    Arrays.fill(number, (byte) 0);
    System.arraycopy(AFTER_NUMBER, 0, track, digits, AFTER_NUMBER.length);
    return track;
  }

  /** Luhn's. */
  private static byte checkDigit(byte[] number) {
    int sum = 0;
    for (int n = number.length - 2, place = 0; n >= 0; n--, place++) {
      int digit = number[n] - '0';
      int weighed = place % 2 == 0 ? 2 * digit : digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return (byte) ('0' + (10 - sum % 10) % 10);
  }
}
