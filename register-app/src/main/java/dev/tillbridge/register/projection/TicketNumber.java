package dev.tillbridge.register.projection;

import dev.tillbridge.model.identity.LaneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** A ticket's number: lane, and a count that goes on over epochs, written {@code S01-R07-1923}. */
public record TicketNumber(LaneId lane, long count) {

  private static final Pattern WRITTEN =
      Pattern.compile("[A-Z0-9]{1,12}-[A-Z0-9]{1,12}-[0-9]{1,18}");

  /** Whether this is one, as the barcode of a receipt says it; no item's code looks like it. */
  public static boolean isOne(String text) {
    return WRITTEN.matcher(text.strip().toUpperCase(Locale.ROOT)).matches();
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not {@code STORE-REGISTER-COUNT}
   */
  public static TicketNumber parse(String text) {
    int dash = text.lastIndexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException(
          "A ticket number is written STORE-REGISTER-COUNT; got \"" + text + "\".");
    }
    return new TicketNumber(
        LaneId.parse(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
  }

  @Override
  public String toString() {
    return lane + "-" + count;
  }
}
