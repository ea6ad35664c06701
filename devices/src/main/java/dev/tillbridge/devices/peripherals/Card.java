package dev.tillbridge.devices.peripherals;

import java.util.regex.Pattern;

/**
 * What may be known of a card outside the device that read it.
 *
 * @param masked its number with at most the first six and the last four digits readable
 * @param scheme such as {@code Visa}; {@code card} when it is none of the known ones
 * @param token stands for the card and cannot be turned back into its number; empty when the device
 *     gives none
 */
public record Card(String masked, String scheme, String token) {

  private static final Pattern MASKED = Pattern.compile("(\\d{0,6}\\*+)?\\d{0,4}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11}");

  /**
   * Refuses what could be a card's number.
   *
   * @throws IllegalArgumentException without repeating the value, which may be the number itself
   */
  public Card {
    if (!MASKED.matcher(masked).matches()) {
      throw new IllegalArgumentException(
          "A masked card number shows at most its first 6 and last 4 digits; got one of "
              + masked.length()
              + " characters that shows more.");
    }
    if (LONG_NUMBER.matcher(token).find() || LONG_NUMBER.matcher(scheme).find()) {
      throw new IllegalArgumentException(
          "A card's token and scheme have no run of 11 digits, which could be its number.");
    }
  }
}
