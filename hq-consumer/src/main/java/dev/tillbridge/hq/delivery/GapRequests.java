package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.ResendPolicy;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks registers for what is missing, and forgets a gap when it has closed. */
final class GapRequests {

  private static final int STREAMS_MAX = 5_000;

  private static final String INCOMPLETE =
      """
      select lane, epoch from register_stream
      where closed_at is null
        and (greatest(announced, last_sequence) > watermark
          or missing_since is not null or request_ranges <> '')
      order by lane, epoch limit ?
      """;

  private static final String LOCK =
      """
      select watermark, greatest(announced, last_sequence), missing_since, request_number,
        request_ranges, request_at, requests
      from register_stream where lane = ? and epoch = ? and closed_at is null for update
      """;

  private static final String UPDATE =
      """
      update register_stream set missing_since = ?::timestamptz, request_number = ?,
        request_ranges = ?, request_at = ?::timestamptz, requests = ?,
        watermark_stale = watermark_stale or ?
      where lane = ? and epoch = ?
      """;

  private final Books books;
  private final ResendPolicy policy;

  GapRequests(Books books, ResendPolicy policy) {
    this.books = books;
    this.policy = policy;
  }

  private record State(
      long watermark, long last, @Nullable Instant since, Request request, long requests) {}

  /**
   * @param busy whether arrivals wait at HQ's broker that were not looked at yet
   */
  void look(Instant now, boolean busy) {
    for (StreamId stream : incomplete()) {
      books.write(
          session -> session.doReturningWork(connection -> look(connection, stream, now, busy)));
    }
  }

  private List<StreamId> incomplete() {
    return books.read(session ->
        session.doReturningWork(connection -> {
          List<StreamId> streams = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(INCOMPLETE)) {
            select.setInt(1, STREAMS_MAX);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                streams.add(new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)));
              }
            }
          }
          return streams;
        }));
  }

  private boolean look(Connection connection, StreamId stream, Instant now, boolean busy)
      throws SQLException {
    State held = lock(connection, stream);
    if (held == null) {
      return false;
    }
    List<SequenceRange> missing = StreamGaps.of(connection, stream, held.watermark(), held.last());
    Instant since = missing.isEmpty() ? null : held.since() == null ? now : held.since();
    Request next = policy.next(held.request(), missing, since == null ? now : since, now, busy);
    boolean asked = next.number() > held.request().number();
    long requests = missing.isEmpty() ? 0 : held.requests() + (asked ? 1 : 0);
    State after = new State(held.watermark(), held.last(), since, next, requests);
    if (after.equals(held)) {
      return false;
    }
    save(connection, stream, held, after);
    return true;
  }

  private static @Nullable State lock(Connection connection, StreamId stream) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LOCK)) {
      select.setString(1, stream.lane().toString());
      select.setLong(2, stream.epoch());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        Instant at = instant(row, 6);
        return new State(
            row.getLong(1),
            row.getLong(2),
            instant(row, 3),
            at == null
                ? Request.NONE
                : new Request(row.getLong(4), RangeText.parse(row.getString(5)), at),
            row.getLong(7));
      }
    }
  }

  private static void save(Connection connection, StreamId stream, State held, State after)
      throws SQLException {
    Request request = after.request();
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setString(1, after.since() == null ? null : after.since().toString());
      update.setLong(2, request.number());
      update.setString(3, RangeText.of(request.ranges()));
      update.setString(4, request.equals(Request.NONE) ? null : request.at().toString());
      update.setLong(5, after.requests());
      update.setBoolean(6, !request.equals(held.request()));
      update.setString(7, stream.lane().toString());
      update.setLong(8, stream.epoch());
      update.executeUpdate();
    }
  }

  static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
