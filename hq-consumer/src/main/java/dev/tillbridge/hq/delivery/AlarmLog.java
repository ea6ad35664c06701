package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code stream_alarm}: what stands, and what once did. For one thread. */
final class AlarmLog {

  /** Looks between two at closed lives. */
  private static final int LOST_EVERY = 20;

  private static final String STANDING =
      "select lane, epoch, kind, detail from stream_alarm where cleared_at is null";

  private static final String RAISE =
      """
      insert into stream_alarm (lane, epoch, kind, since, detail)
      values (?, ?, ?, ?::timestamptz, ?)
      on conflict (lane, epoch, kind) where cleared_at is null
        do update set detail = excluded.detail
      """;

  private static final String CLEAR =
      """
      update stream_alarm set cleared_at = ?::timestamptz
      where lane = ? and epoch = ? and kind = ? and cleared_at is null
      """;

  private final Books books;
  private List<Alarm> lost = List.of();
  private int looks;

  AlarmLog(Books books) {
    this.books = books;
  }

  /** Writes down what began, changed or ended, and answers how many stand. */
  int look(Instant now) {
    return books.write(session -> session.doReturningWork(connection -> look(connection, now)));
  }

  private int look(Connection connection, Instant now) throws SQLException {
    if (looks++ % LOST_EVERY == 0) {
      lost = StandingAlarms.declaredLost(connection);
    }
    Map<Alarm.Key, Alarm> wrong = new HashMap<>();
    StandingAlarms.read(connection, now).forEach(alarm -> wrong.put(alarm.key(), alarm));
    lost.forEach(alarm -> wrong.put(alarm.key(), alarm));
    Map<Alarm.Key, Alarm> written = written(connection);
    for (Alarm alarm : wrong.values()) {
      if (!alarm.equals(written.remove(alarm.key()))) {
        raise(connection, alarm, now);
      }
    }
    for (Alarm.Key gone : written.keySet()) {
      clear(connection, gone, now);
    }
    return wrong.size();
  }

  private static Map<Alarm.Key, Alarm> written(Connection connection) throws SQLException {
    Map<Alarm.Key, Alarm> written = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(STANDING);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        Alarm alarm =
            new Alarm(
                new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)),
                AlarmKind.valueOf(row.getString(3)),
                row.getString(4));
        written.put(alarm.key(), alarm);
      }
    }
    return written;
  }

  private static void raise(Connection connection, Alarm alarm, Instant now) throws SQLException {
    try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
      raise.setString(1, alarm.stream().lane().toString());
      raise.setLong(2, alarm.stream().epoch());
      raise.setString(3, alarm.kind().name());
      raise.setString(4, now.toString());
      raise.setString(5, alarm.detail());
      raise.executeUpdate();
    }
  }

  private static void clear(Connection connection, Alarm.Key alarm, Instant now)
      throws SQLException {
    try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
      clear.setString(1, now.toString());
      clear.setString(2, alarm.stream().lane().toString());
      clear.setLong(3, alarm.stream().epoch());
      clear.setString(4, alarm.kind().name());
      clear.executeUpdate();
    }
  }
}
