package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.delivery.StreamDelivery.Closing;
import dev.tillbridge.hq.delivery.StreamDelivery.Standing;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How complete every stream is. */
public final class DeliveryReport {

  private static final int STREAMS_MAX = 5_000;

  private static final String STREAMS =
      """
      select s.lane, s.epoch, s.watermark, s.last_sequence, s.announced, s.announced_at,
        s.last_seen_at, s.missing_since, s.request_number, s.request_ranges, s.request_at,
        s.requests, s.entries, s.duplicates, s.conflicts, s.suspended, s.closed_at, s.closed_by,
        s.closed_sequence, s.closed_note, s.after_closing,
        h.waiting, h.kept, h.disk_level, h.disk_free_bytes, h.disk_reserve_bytes,
        h.clock_offset_ms, h.price_book, h.neighbour, h.neighbour_waiting, h.program
      from register_stream s left join register_health h using (lane, epoch)
      order by s.lane, s.epoch desc limit ?
      """;

  private static final String ALARMS =
      """
      select lane, epoch, kind, since, detail from stream_alarm
      where cleared_at is null order by since, id
      """;

  private final Books books;
  private final Clock clock;

  public DeliveryReport(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
  }

  /** In the order of lanes, newest life first. */
  public List<StreamDelivery> streams() {
    return books.read(session -> session.doReturningWork(this::streams));
  }

  private List<StreamDelivery> streams(Connection connection) throws SQLException {
    Map<StreamId, List<Standing>> alarms = alarms(connection);
    List<StreamDelivery> streams = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
      select.setInt(1, STREAMS_MAX);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          streams.add(stream(connection, row, alarms));
        }
      }
    }
    return streams;
  }

  private static Map<StreamId, List<Standing>> alarms(Connection connection) throws SQLException {
    Map<StreamId, List<Standing>> alarms = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(ALARMS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        alarms
            .computeIfAbsent(id(row), stream -> new ArrayList<>())
            .add(
                new Standing(
                    AlarmKind.valueOf(row.getString("kind")),
                    row.getTimestamp("since").toInstant(),
                    row.getString("detail")));
      }
    }
    return alarms;
  }

  private StreamDelivery stream(
      Connection connection, ResultSet row, Map<StreamId, List<Standing>> alarms)
      throws SQLException {
    StreamId stream = id(row);
    long watermark = row.getLong("watermark");
    Closing closing = closing(row);
    long last = Math.max(row.getLong("announced"), row.getLong("last_sequence"));
    List<SequenceRange> gaps =
        StreamGaps.of(
            connection,
            stream,
            watermark,
            closing == null ? last : Math.max(last, closing.lastKnown()));
    Instant lastSeen = row.getTimestamp("last_seen_at").toInstant();
    List<Standing> wrong = new ArrayList<>(alarms.getOrDefault(stream, List.of()));
    if (closing == null && clock.instant().isAfter(lastSeen.plus(StreamDelivery.SILENCE_MAX))) {
      wrong.add(
          new Standing(
              AlarmKind.SILENT,
              lastSeen,
              "Nothing has been heard of this register since then: it is switched off, or a link"
                  + " on the way is cut."));
    }
    Instant asked = instant(row, "request_at");
    return new StreamDelivery(
        stream,
        watermark,
        row.getLong("last_sequence"),
        row.getLong("announced"),
        instant(row, "announced_at"),
        lastSeen,
        gaps,
        instant(row, "missing_since"),
        asked == null
            ? Request.NONE
            : new Request(
                row.getLong("request_number"),
                RangeText.parse(row.getString("request_ranges")),
                asked),
        row.getLong("requests"),
        row.getLong("entries"),
        row.getLong("duplicates"),
        row.getLong("conflicts"),
        row.getLong("suspended"),
        health(row),
        List.copyOf(wrong),
        closing);
  }

  private static @Nullable Closing closing(ResultSet row) throws SQLException {
    Instant at = instant(row, "closed_at");
    return at == null
        ? null
        : new Closing(
            at,
            row.getString("closed_by"),
            row.getLong("closed_sequence"),
            row.getString("closed_note"),
            row.getLong("after_closing"));
  }

  private static @Nullable RegisterHealth health(ResultSet row) throws SQLException {
    String level = row.getString("disk_level");
    if (level == null) {
      return null;
    }
    return new RegisterHealth(
        row.getLong("waiting"),
        row.getLong("kept"),
        new DiskStatus(
            DiskStatus.Level.valueOf(level),
            row.getLong("disk_free_bytes"),
            row.getLong("disk_reserve_bytes")),
        row.getObject("clock_offset_ms", Long.class),
        row.getObject("price_book", Long.class),
        row.getString("neighbour"),
        row.getLong("neighbour_waiting"),
        row.getString("program"));
  }

  private static StreamId id(ResultSet row) throws SQLException {
    return new StreamId(LaneId.parse(row.getString("lane")), row.getLong("epoch"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column) == null ? null : row.getTimestamp(column).toInstant();
  }
}
