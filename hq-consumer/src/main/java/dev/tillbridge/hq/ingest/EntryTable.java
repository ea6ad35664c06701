package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.delivery.Link;
import dev.tillbridge.model.delivery.StreamId;
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

  private static final String SUSPENDED = "suspended";

  private EntryTable() {}

  /**
   * Stores those whose ids are not there yet, and answers their row numbers. Ids given are
   * distinct.
   */
  static Map<EntryId, Long> insertNew(
      Connection connection, Collection<Arrival.Numbered> arrivals, Instant receivedAt)
      throws SQLException {
    if (arrivals.isEmpty()) {
      return Map.of();
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
            "clock_offset_ms bigint",
            "bytes bytea");
    for (Arrival.Numbered arrival : arrivals) {
      add(rows, arrival, receivedAt);
    }
    String sql =
        rows.sql()
            + " on conflict on constraint entry_once do nothing"
            + " returning id, lane, epoch, sequence";
    Map<EntryId, Long> stored = new HashMap<>();
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      rows.bind(connection, insert, 1);
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          stored.put(idIn(row, 2), row.getLong(1));
        }
      }
    }
    return stored;
  }

  private static void add(RowInsert rows, Arrival.Numbered arrival, Instant receivedAt) {
    EntryId id = arrival.id();
    switch (arrival) {
      case Arrival.Readable(JournalEntry entry, var posts, var key, EntryHash hash, byte[] bytes) ->
          rows.add(
              id.lane(),
              id.lane().store(),
              id.epoch(),
              id.sequence(),
              hash,
              entry.previous(),
              EntryBody.typeOf(entry.body()),
              entry.businessDate(),
              entry.recordedAt(),
              receivedAt,
              entry.operator(),
              entry.body().drawerSession(),
              entry.clockOffsetMs(),
              bytes);
      case Arrival.Unpostable entry ->
          rows.add(
              id.lane(),
              id.lane().store(),
              id.epoch(),
              id.sequence(),
              entry.hash(),
              entry.previous(),
              SUSPENDED,
              null,
              null,
              receivedAt,
              null,
              null,
              null,
              entry.bytes());
    }
  }

  /** The hashes under which these ids are stored. */
  static Map<EntryId, EntryHash> hashesOf(Connection connection, Collection<EntryId> ids)
      throws SQLException {
    Map<EntryId, EntryHash> hashes = new HashMap<>();
    if (ids.isEmpty()) {
      return hashes;
    }
    String sql =
        """
        select e.lane, e.epoch, e.sequence, e.hash
        from unnest(?::text[], ?::bigint[], ?::bigint[]) as asked (lane, epoch, sequence)
        join entry e using (lane, epoch, sequence)
        """;
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

  /** The links held above a sequence, ascending, at most so many. */
  static List<Link> heldAbove(Connection connection, StreamId stream, long sequence, int max)
      throws SQLException {
    String sql =
        """
        select sequence, previous, hash from entry
        where lane = ? and epoch = ? and sequence > ?
        order by sequence limit ?
        """;
    List<Link> links = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, stream.lane().toString());
      select.setLong(2, stream.epoch());
      select.setLong(3, sequence);
      select.setInt(4, max);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          links.add(
              new Link(
                  row.getLong(1),
                  new EntryHash(row.getString(2)),
                  new EntryHash(row.getString(3))));
        }
      }
    }
    return links;
  }

  private static EntryId idIn(ResultSet row, int first) throws SQLException {
    return new EntryId(
        LaneId.parse(row.getString(first)), row.getLong(first + 1), row.getLong(first + 2));
  }
}
