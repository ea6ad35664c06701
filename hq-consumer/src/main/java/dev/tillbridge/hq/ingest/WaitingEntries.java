package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What lies in suspense only because its key was not approved or its register not known, and could
 * be posted now. Read in the order it came.
 */
final class WaitingEntries {

  /** Entries read and posted at a time. */
  static final int BATCH_MAX = 200;

  private static final String LANES =
      """
      select distinct lane from suspense
      where resolved_at is null and entry_id is null and kind = 'UNKNOWN_REGISTER'
      """;

  private static final String NEXT =
      """
      select s.id, s.bytes from suspense s
      where s.resolved_at is null and s.entry_id is null and s.id > ?
        and ((s.kind = 'UNKNOWN_REGISTER' and s.lane = any (?))
          or (s.kind = 'KEY_NOT_ENROLLED' and exists (
            select from register_key k where k.lane = s.lane and k.epoch = s.epoch
              and k.state = 'ENROLLED')))
      order by s.id limit ?
      """;

  private static final String ENROL_THE_FIRST =
      """
      update register_key k
      set state = 'ENROLLED', decided_by = 'automatic', decided_at = now()
      from (
        select distinct on (p.lane, p.epoch) p.lane, p.epoch, p.key from register_key p
        where not exists (select from register_key o
          where o.lane = p.lane and o.epoch = p.epoch and o.state = 'ENROLLED')
        order by p.lane, p.epoch, p.first_seen_at, p.key) first
      where k.lane = first.lane and k.epoch = first.epoch and k.key = first.key
      """;

  private static final String BEHIND =
      """
      select lane, epoch from register_stream
      where watermark < last_sequence and broken_at is null order by lane, epoch
      """;

  private final Books books;
  private final Predicate<LaneId> known;
  private long after;

  WaitingEntries(Books books, Predicate<LaneId> known) {
    this.books = books;
    this.known = known;
  }

  /** The next ones; empty when there are no more. */
  List<byte[]> next() {
    return books.read(session -> session.doReturningWork(this::next));
  }

  private List<byte[]> next(Connection connection) throws SQLException {
    List<byte[]> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setLong(1, after);
      select.setArray(2, connection.createArrayOf("text", lanes(connection)));
      select.setInt(3, BATCH_MAX);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          after = row.getLong(1);
          entries.add(row.getBytes(2));
        }
      }
    }
    return entries;
  }

  private Object[] lanes(Connection connection) throws SQLException {
    List<String> lanes = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(LANES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        lanes.add(row.getString(1));
      }
    }
    return lanes.stream().filter(lane -> known.test(LaneId.parse(lane))).toArray();
  }

  /** Keys that waited for a person while the configuration said so, now believed without one. */
  static void enrolTheFirst(Connection connection) throws SQLException {
    try (PreparedStatement enrol = connection.prepareStatement(ENROL_THE_FIRST)) {
      enrol.executeUpdate();
    }
  }

  /** Streams that hold numbers above their watermark. */
  static List<StreamId> behind(Connection connection) throws SQLException {
    List<StreamId> streams = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(BEHIND);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        streams.add(new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)));
      }
    }
    return streams;
  }
}
