package dev.tillbridge.register.projection;

import dev.tillbridge.model.identity.LaneId;

/** A ticket's number: lane, and a count that goes on over epochs, written {@code S01-R07-1923}. */
public record TicketNumber(LaneId lane, long count) {

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
