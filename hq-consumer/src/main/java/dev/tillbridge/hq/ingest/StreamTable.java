package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.RowInsert;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Link;
import dev.tillbridge.model.delivery.Progress;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far each register's stream has come; numbers may arrive in any order after a resend. */
final class StreamTable {

  /** Links read from the books at a time when a closed gap joins what was held above it. */
  static final int WINDOW = 1_000;

  private static final String LOCK =
      """
      select lane, epoch, %s from register_stream
      join unnest(?::text[], ?::bigint[]) as asked (lane, epoch) using (lane, epoch)
      order by lane, epoch for update of register_stream
      """
          .formatted(StreamState.COLUMNS);

  private static final String CREATE =
      """
      insert into register_stream
        (lane, epoch, last_sequence, head_hash, entries, duplicates, conflicts, last_seen_at)
      select lane, epoch, 0, repeat('0', 64), 0, 0, 0, ?::timestamptz
      from unnest(?::text[], ?::bigint[]) as asked (lane, epoch)
      order by lane, epoch
      on conflict do nothing
      """;

  private static final String UPDATE =
      """
      update register_stream s set
        head_hash = case when n.last_sequence > s.last_sequence then n.head_hash
          else s.head_hash end,
        last_recorded_at = case when n.last_sequence > s.last_sequence
          then coalesce(n.last_recorded_at, s.last_recorded_at) else s.last_recorded_at end,
        last_sequence = greatest(s.last_sequence, n.last_sequence),
        entries = s.entries + n.entries,
        suspended = s.suspended + n.suspended,
        after_closing = s.after_closing + case when s.closed_at is null then 0 else n.entries end,
        duplicates = s.duplicates + n.duplicates,
        conflicts = s.conflicts + n.conflicts,
        last_ticket = greatest(s.last_ticket, n.last_ticket),
        last_session = greatest(s.last_session, n.last_session),
        last_document = greatest(s.last_document, n.last_document),
        last_customer = greatest(s.last_customer, n.last_customer),
        last_event = greatest(s.last_event, n.last_event),
        last_seen_at = n.last_seen_at,
        watermark_stale = s.watermark_stale or n.watermark > s.watermark,
        watermark = n.watermark,
        watermark_head = n.watermark_head,
        broken_at = n.broken_at,
        announced_head = case when n.announced >= s.announced then n.announced_head
          else s.announced_head end,
        announced = greatest(s.announced, n.announced),
        announced_at = coalesce(n.announced_at, s.announced_at)
      from\
      """;

  private static final String CATCH_UP =
      """
      update register_stream
      set watermark = ?, watermark_head = ?, broken_at = ?, watermark_stale = true
      where lane = ? and epoch = ?
      """;

  private final RowInsert rows =
      new RowInsert(
          "register_stream",
          "lane text",
          "epoch bigint",
          "last_sequence bigint",
          "head_hash text",
          "last_recorded_at timestamptz",
          "entries bigint",
          "suspended bigint",
          "duplicates bigint",
          "conflicts bigint",
          "last_ticket bigint",
          "last_session bigint",
          "last_document bigint",
          "last_customer bigint",
          "last_event bigint",
          "last_seen_at timestamptz",
          "watermark bigint",
          "watermark_head text",
          "broken_at bigint",
          "announced bigint",
          "announced_head text",
          "announced_at timestamptz");

  private StreamTable() {}

  static void advance(Connection connection, Sorted batch, List<Arrival.Heard> heard, Instant now)
      throws SQLException {
    TreeMap<StreamId, StreamNews> streams = StreamNews.of(batch, heard);
    if (streams.isEmpty()) {
      return;
    }
    Map<StreamId, StreamState> held = locked(connection, streams.keySet(), now);
    StreamTable table = new StreamTable();
    for (var stream : streams.entrySet()) {
      StreamState state = held.get(stream.getKey());
      if (state == null) {
        throw new IllegalStateException("Stream " + stream.getKey() + " is gone from the books.");
      }
      Progress progress = progress(connection, stream.getKey(), state, stream.getValue());
      table.add(stream.getKey(), stream.getValue(), progress, now);
    }
    String sql =
        UPDATE + " " + table.rows.source("n") + " where s.lane = n.lane and s.epoch = n.epoch";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      table.rows.bind(connection, update, 1);
      update.executeUpdate();
    }
  }

  private static Map<StreamId, StreamState> locked(
      Connection connection, Collection<StreamId> streams, Instant now) throws SQLException {
    Map<StreamId, StreamState> held = lock(connection, streams);
    if (held.size() == streams.size()) {
      return held;
    }
    try (PreparedStatement create = connection.prepareStatement(CREATE)) {
      create.setString(1, now.toString());
      bind(connection, create, 2, streams);
      create.executeUpdate();
    }
    return lock(connection, streams);
  }

  private static Map<StreamId, StreamState> lock(
      Connection connection, Collection<StreamId> streams) throws SQLException {
    Map<StreamId, StreamState> held = new TreeMap<>();
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      bind(connection, select, 1, streams);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          held.put(
              new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)), StreamState.in(row, 3));
        }
      }
    }
    return held;
  }

  private static void bind(
      Connection connection, PreparedStatement statement, int first, Collection<StreamId> streams)
      throws SQLException {
    statement.setArray(
        first,
        connection.createArrayOf(
            "text", streams.stream().map(stream -> stream.lane().toString()).toArray()));
    statement.setArray(
        first + 1,
        connection.createArrayOf("bigint", streams.stream().map(StreamId::epoch).toArray()));
  }

  /** Over this batch, and over what was held above it where the batch closed a gap. */
  private static Progress progress(
      Connection connection, StreamId stream, StreamState state, StreamNews news)
      throws SQLException {
    Progress before = state.progress();
    if (before.brokenAt() != null || news.links.isEmpty()) {
      return before;
    }
    Progress reached = before.over(news.links);
    return reached.upTo() > before.upTo()
        ? joined(connection, stream, reached, Math.max(state.lastSequence(), news.lastSequence))
        : reached;
  }

  private static Progress joined(Connection connection, StreamId stream, Progress from, long last)
      throws SQLException {
    Progress reached = from;
    boolean joined = true;
    while (joined && reached.brokenAt() == null && reached.upTo() < last) {
      List<Link> above = EntryTable.heldAbove(connection, stream, reached.upTo(), WINDOW);
      Progress next = reached.over(above);
      joined = above.size() == WINDOW && next.upTo() == above.getLast().sequence();
      reached = next;
    }
    return reached;
  }

  /** Moves the watermark over what is held above it already. */
  static void catchUp(Connection connection, StreamId stream) throws SQLException {
    StreamState state = lock(connection, List.of(stream)).get(stream);
    if (state == null || state.progress().brokenAt() != null) {
      return;
    }
    Progress reached = joined(connection, stream, state.progress(), state.lastSequence());
    if (reached.equals(state.progress())) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(CATCH_UP)) {
      update.setLong(1, reached.upTo());
      update.setString(2, reached.head().hex());
      update.setObject(3, reached.brokenAt(), Types.BIGINT);
      update.setString(4, stream.lane().toString());
      update.setLong(5, stream.epoch());
      update.executeUpdate();
    }
  }

  private void add(StreamId stream, StreamNews news, Progress progress, Instant now) {
    Heartbeat heartbeat = news.heartbeat;
    rows.add(
        stream.lane(),
        stream.epoch(),
        news.lastSequence,
        news.head,
        news.lastRecordedAt,
        news.entries,
        news.suspended,
        news.duplicates,
        news.conflicts,
        news.lastTicket,
        news.lastSession,
        news.last.document(),
        news.last.customer(),
        news.last.event(),
        now,
        progress.upTo(),
        progress.head(),
        progress.brokenAt(),
        heartbeat == null ? 0 : heartbeat.sequence(),
        heartbeat == null ? EntryHash.NONE : heartbeat.head(),
        heartbeat == null ? null : now);
  }
}
