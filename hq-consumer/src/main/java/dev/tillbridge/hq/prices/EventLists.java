package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events with their lists of prices, each read once. For as long as its connection is. */
final class EventLists {

  private final Connection connection;
  private final Map<Long, OffsiteEvent> known = new HashMap<>();

  EventLists(Connection connection) {
    this.connection = connection;
  }

  /** The tables did not answer; the message names the event's entry. */
  static final class Unreadable extends RuntimeException {

    Unreadable(long entry, Throwable cause) {
      super("The list of the event in entry " + entry + " cannot be read now.", cause);
    }
  }

  /** The event of that row; null for none. */
  @Nullable OffsiteEvent of(@Nullable Long entry) {
    return entry == null ? null : known.computeIfAbsent(entry, this::read);
  }

  private OffsiteEvent read(long entry) {
    try {
      byte[] bytes =
          Sql.row(connection, "select bytes from entry where id = ?", row -> row.getBytes(1), entry)
              .orElseThrow();
      if (SealedEntry.read(bytes) instanceof Decoded.Read<JournalEntry>(JournalEntry read)
          && read.body() instanceof OffsiteEntry.Started started) {
        return started.event();
      }
      throw new IllegalStateException("Entry row " + entry + " is not the beginning of an event.");
    } catch (SQLException e) {
      throw new Unreadable(entry, e);
    }
  }
}
