package dev.tillbridge.hq.ingest;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;

/** How far each register's stream has come; numbers may arrive in any order after a resend. */
final class StreamTable {

  private final RowInsert rows =
      new RowInsert(
          "register_stream",
          "lane text",
          "epoch bigint",
          "last_sequence bigint",
          "head_hash text",
          "entries bigint",
          "duplicates bigint",
          "conflicts bigint",
          "last_recorded_at timestamptz",
          "last_seen_at timestamptz");

  private record Stream(LaneId lane, long epoch) {}

  /** What one batch says about one stream. */
  private static final class Progress {
    private long lastSequence;
    private EntryHash head = EntryHash.NONE;
    private Instant lastRecordedAt = Instant.EPOCH;
    private long entries;
    private long duplicates;
    private long conflicts;

    void saw(Arrival.Readable arrival) {
      if (arrival.id().sequence() > lastSequence) {
        lastSequence = arrival.id().sequence();
        head = arrival.hash();
        lastRecordedAt = arrival.entry().recordedAt();
      }
    }
  }

  private StreamTable() {}

  static void advance(Connection connection, Sorted batch, Instant now) throws SQLException {
    // Sorted, so that two consumers take row locks in the same order.
    TreeMap<Stream, Progress> streams =
        new TreeMap<>(Comparator.comparing(Stream::lane).thenComparing(Stream::epoch));
    batch.fresh().forEach(entry -> of(streams, entry.arrival(), p -> p.entries++, true));
    batch.duplicates().forEach(arrival -> of(streams, arrival, p -> p.duplicates++, true));
    batch.conflicts().forEach(c -> of(streams, c.arrival(), p -> p.conflicts++, false));
    if (streams.isEmpty()) {
      return;
    }
    StreamTable table = new StreamTable();
    streams.forEach((stream, progress) -> table.add(stream, progress, now));
    try (PreparedStatement upsert = connection.prepareStatement(table.rows.sql() + ON_CONFLICT)) {
      table.rows.bind(connection, upsert, 1);
      upsert.executeUpdate();
    }
  }

  private static final String ON_CONFLICT =
      """
       on conflict (lane, epoch) do update set
        last_sequence = greatest(register_stream.last_sequence, excluded.last_sequence),
        head_hash = case when excluded.last_sequence > register_stream.last_sequence
          then excluded.head_hash else register_stream.head_hash end,
        last_recorded_at = case when excluded.last_sequence > register_stream.last_sequence
          then excluded.last_recorded_at else register_stream.last_recorded_at end,
        entries = register_stream.entries + excluded.entries,
        duplicates = register_stream.duplicates + excluded.duplicates,
        conflicts = register_stream.conflicts + excluded.conflicts,
        last_seen_at = excluded.last_seen_at
      """;

  private static void of(
      TreeMap<Stream, Progress> streams,
      Arrival.Readable arrival,
      java.util.function.Consumer<Progress> count,
      boolean ours) {
    Stream stream = new Stream(arrival.id().lane(), arrival.id().epoch());
    Progress progress = streams.computeIfAbsent(stream, s -> new Progress());
    count.accept(progress);
    if (ours) {
      progress.saw(arrival);
    }
  }

  private void add(Stream stream, Progress progress, Instant now) {
    rows.add(
        stream.lane(),
        stream.epoch(),
        progress.lastSequence,
        progress.head,
        progress.entries,
        progress.duplicates,
        progress.conflicts,
        progress.lastRecordedAt,
        now);
  }
}
