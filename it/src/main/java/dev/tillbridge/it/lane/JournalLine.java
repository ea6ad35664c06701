package dev.tillbridge.it.lane;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One entry of a register's journal as {@code /journal.json} tells it; null where it has none. */
public record JournalLine(
    long sequence,
    String hash,
    String type,
    @Nullable String number,
    @Nullable String reference,
    @Nullable Integer lines,
    @Nullable Money total) {

  public boolean isTicket() {
    return type.equals("ticket");
  }
}
