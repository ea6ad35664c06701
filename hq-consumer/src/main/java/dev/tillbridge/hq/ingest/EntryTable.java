package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code entry}: it alone decides what is new. */
final class EntryTable {

  private EntryTable() {}

  /** Stores those whose ids are not there yet, and answers them. Ids given are distinct. */
  static List<NewEntry> insertNew(
      Connection connection, Collection<Arrival.Readable> arrivals, Instant receivedAt)
      throws SQLException {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    RowInsert rows =
        new RowInsert(
            "entry",
            "lane text",
            "store text",
            "epoch bigint",
            "sequence bigint",
            "hash text",
            "previous text",
            "type text",
            "business_date date",
            "recorded_at timestamptz",
            "received_at timestamptz",
            "operator text",
            "drawer_session bigint",
            "bytes bytea");
    Map<EntryId, Arrival.Readable> byId = new HashMap<>();
    for (Arrival.Readable arrival : arrivals) {
      byId.put(arrival.id(), arrival);
      JournalEntry entry = arrival.entry();
      rows.add(
          entry.id().lane(),
          entry.id().lane().store(),
          entry.id().epoch(),
          entry.id().sequence(),
          arrival.hash(),
          entry.previous(),
          typeOf(entry.body()),
          entry.businessDate(),
          entry.recordedAt(),
          receivedAt,
          entry.operator(),
          entry.body().drawerSession(),
          arrival.bytes());
    }
    String sql =
        rows.sql()
            + " on conflict on constraint entry_once do nothing"
            + " returning id, lane, epoch, sequence";
    List<NewEntry> stored = new ArrayList<>();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      rows.bind(connection, insert, 1);
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          Arrival.Readable arrival = byId.get(idIn(row, 2));
          if (arrival == null) {
            throw new IllegalStateException("The database stored an entry nobody sent.");
          }
          stored.add(new NewEntry(row.getLong(1), arrival));
        }
      }
    }
    return stored;
  }

  /** The hashes under which these ids are stored. */
  static Map<EntryId, EntryHash> hashesOf(
      Connection connection, Collection<Arrival.Readable> arrivals) throws SQLException {
    Map<EntryId, EntryHash> hashes = new HashMap<>();
    if (arrivals.isEmpty()) {
      return hashes;
    }
    String sql =
        """
        select e.lane, e.epoch, e.sequence, e.hash
        from unnest(?::text[], ?::bigint[], ?::bigint[]) as asked (lane, epoch, sequence)
        join entry e using (lane, epoch, sequence)
        """;
    List<EntryId> ids = arrivals.stream().map(Arrival.Readable::id).toList();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(
          1, connection.createArrayOf("text", ids.stream().map(id -> id.lane() + "").toArray()));
      select.setArray(
          2, connection.createArrayOf("bigint", ids.stream().map(EntryId::epoch).toArray()));
      select.setArray(
          3, connection.createArrayOf("bigint", ids.stream().map(EntryId::sequence).toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          hashes.put(idIn(row, 1), new EntryHash(row.getString(4)));
        }
      }
    }
    return hashes;
  }

  /** The names on the wire. */
  private static String typeOf(EntryBody body) {
    return switch (body) {
      case EntryBody.DrawerOpened opened -> "drawer-opened";
      case EntryBody.TicketCompleted completed -> "ticket";
      case EntryBody.TicketVoided voided -> "ticket-voided";
      case EntryBody.DrawerClosed closed -> "drawer-closed";
      case EntryBody.Checkpoint checkpoint -> "checkpoint";
    };
  }

  private static EntryId idIn(ResultSet row, int first) throws SQLException {
    return new EntryId(
        LaneId.parse(row.getString(first)), row.getLong(first + 1), row.getLong(first + 2));
  }
}
