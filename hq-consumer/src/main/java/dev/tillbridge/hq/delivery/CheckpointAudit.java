package dev.tillbridge.hq.delivery;

import dev.tillbridge.hq.database.Books;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Compares what registers say of themselves in their newest checkpoint with the books, once HQ
 * holds everything up to it. What differed is compared again now and then: an entry released from
 * suspense may have been all there was to it.
 *
 * <p>A checkpoint that matched is where the next comparison begins, so each looks at what came
 * since.
 */
final class CheckpointAudit {

  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final int BATCH = 50;

  private static final String AUDIT =
      """
      with newest as (
        select distinct on (c.lane, c.epoch) c.*
        from checkpoint c join register_stream s using (lane, epoch)
        where s.watermark >= c.sequence
        order by c.lane, c.epoch, c.sequence desc),
      due as (
        select n.*, b.sequence as base, b.tickets as base_tickets, b.total as base_total
        from newest n left join lateral (
          select m.sequence, m.tickets, m.total from checkpoint m
          where m.lane = n.lane and m.epoch = n.epoch and m.sequence < n.sequence and m.matches
          order by m.sequence desc limit 1) b on true
        where n.matches is null or (not n.matches and n.checked_at < ?::timestamptz)
        limit ?),
      counted as (
        select d.entry_id, d.tickets, d.total, d.session, d.session_sales, d.session_total,
          coalesce(d.base_tickets, 0) + t.tickets as hq_tickets,
          coalesce(d.base_total, 0) + t.total as hq_total,
          o.session as hq_session, w.tickets as hq_session_sales, w.total as hq_session_total
        from due d
        cross join lateral (
          select count(*) as tickets, coalesce(sum(k.total), 0) as total
          from entry e join ticket k on k.entry_id = e.id
          where e.lane = d.lane and e.epoch = d.epoch
            and e.sequence > coalesce(d.base, 0) and e.sequence < d.sequence) t
        left join lateral (
          select case when e.type in ('drawer-opened', 'drawer-taken-up')
            then e.drawer_session end as session
          from entry e
          where e.lane = d.lane and e.epoch = d.epoch and e.sequence < d.sequence
            and e.type in ('drawer-opened', 'drawer-closed', 'drawer-set-aside', 'drawer-taken-up')
          order by e.sequence desc limit 1) o on true
        left join lateral (
          select count(*) as tickets, coalesce(sum(k.total), 0) as total
          from entry e join ticket k on k.entry_id = e.id
          where e.lane = d.lane and e.epoch = d.epoch and e.sequence < d.sequence
            and k.drawer_session = d.session) w on d.session is not null)
      update checkpoint c set checked_at = ?::timestamptz,
        hq_tickets = n.hq_tickets, hq_total = n.hq_total, hq_session = n.hq_session,
        hq_session_sales = n.hq_session_sales, hq_session_total = n.hq_session_total,
        matches = n.tickets = n.hq_tickets and n.total = n.hq_total
          and n.session is not distinct from n.hq_session
          and n.session_sales is not distinct from n.hq_session_sales
          and n.session_total is not distinct from n.hq_session_total
      from counted n where c.entry_id = n.entry_id
      """;

  private final Books books;

  CheckpointAudit(Books books) {
    this.books = books;
  }

  /** Looks at those that are due and answers how many. */
  int look(Instant now) {
    return books.write(session -> session.doReturningWork(connection -> audit(connection, now)));
  }

  private static int audit(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(AUDIT)) {
      update.setString(1, now.minus(AGAIN).toString());
      update.setInt(2, BATCH);
      update.setString(3, now.toString());
      return update.executeUpdate();
    }
  }
}
