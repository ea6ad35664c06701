package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells registers how far HQ holds their streams. One thread of one process gives out versions, in
 * the order they are published; were they given out by the transactions that post, a reader could
 * pass over one that commits late.
 */
final class WatermarkPublisher {

  /** Over all that was ever said, also after the books were restored from an older copy. */
  private static final String RAISE =
      """
      select setval('watermark_version',
        greatest((select last_value from watermark_version), ?))
      """;

  private static final String COLUMNS =
      """
      r.lane, r.epoch, r.watermark_version, r.watermark, r.watermark_head, r.request_number,
      r.request_ranges, r.request_at, r.told_ticket, r.told_session, r.told_document,
      r.told_customer, r.told_event, r.closed_at is not null
      """;

  private static final String CHANGED =
      """
      with latest as (
        select lane, max(epoch) as epoch, max(last_ticket) as ticket, max(last_session) as session,
          max(last_document) as document, max(last_customer) as customer, max(last_event) as event
        from register_stream group by lane),
      due as (
        select r.lane, r.epoch, l.ticket, l.session, l.document, l.customer, l.event
        from register_stream r join latest l using (lane)
        where r.watermark_stale
          or (r.epoch = l.epoch and (r.told_ticket < l.ticket or r.told_session < l.session
            or r.told_document < l.document or r.told_customer < l.customer
            or r.told_event < l.event))
        order by r.lane, r.epoch for update of r)
      update register_stream r set watermark_version = nextval('watermark_version'),
        watermark_stale = false, told_ticket = d.ticket, told_session = d.session,
        told_document = d.document, told_customer = d.customer, told_event = d.event
      from due d where r.lane = d.lane and r.epoch = d.epoch
      returning\
      """
          + " "
          + COLUMNS;

  private static final String ALL = "select " + COLUMNS + " from register_stream r";

  private final Books books;
  private final Consumer<List<Watermark>> topic;
  private boolean all = true;
  private long published;

  /**
   * @param topic makes them durable at HQ's broker before it returns, or throws
   */
  WatermarkPublisher(Books books, Consumer<List<Watermark>> topic) {
    this.books = books;
    this.topic = topic;
  }

  /** Publishes what changed; everything at the first time, and after a failure. */
  void publish(Instant now) {
    if (all) {
      raise(now);
    }
    List<Watermark> changed =
        books.write(
            session -> session.doReturningWork(connection -> read(connection, CHANGED, now)));
    boolean everything = all;
    if (everything) {
      changed =
          books.read(session -> session.doReturningWork(connection -> read(connection, ALL, now)));
    }
    if (changed.isEmpty()) {
      all = false;
      return;
    }
    all = true;
    topic.accept(changed);
    all = false;
    published += changed.size();
  }

  /** Watermarks published since the start. */
  long published() {
    return published;
  }

  private void raise(Instant now) {
    books.write(session ->
        session.doReturningWork(connection -> {
          try (PreparedStatement raise = connection.prepareStatement(RAISE)) {
            raise.setLong(1, now.toEpochMilli());
            return raise.execute();
          }
        }));
  }

  private static List<Watermark> read(Connection connection, String sql, Instant now)
      throws SQLException {
    List<Watermark> watermarks = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        watermarks.add(watermark(row, now));
      }
    }
    watermarks.sort(Comparator.comparingLong(Watermark::version));
    return watermarks;
  }

  private static Watermark watermark(ResultSet row, Instant now) throws SQLException {
    Instant asked = GapRequests.instant(row, 8);
    return new Watermark(
        new StreamId(LaneId.parse(row.getString(1)), row.getLong(2)),
        row.getLong(3),
        row.getLong(4),
        new EntryHash(row.getString(5)),
        asked == null
            ? Request.NONE
            : new Request(row.getLong(6), RangeText.parse(row.getString(7)), asked),
        row.getLong(9),
        row.getLong(10),
        new Watermark.LastNumbers(row.getLong(11), row.getLong(12), row.getLong(13)),
        row.getBoolean(14),
        now);
  }
}
