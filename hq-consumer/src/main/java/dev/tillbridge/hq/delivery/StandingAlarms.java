package dev.tillbridge.hq.delivery;

import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is wrong now, as the books tell. */
final class StandingAlarms {

  /** The register's clock against the store's. */
  static final Duration CLOCK_OFFSET_MAX = Duration.ofMinutes(2);

  private static final Duration STILL_SENDS = Duration.ofMinutes(15);
  private static final int RANGES_SHOWN = 5;
  private static final int CLOSED_MAX = 500;

  private static final String NOW =
      """
      select lane, epoch, 'CHAIN_BROKEN', format(
        'Entry %s does not carry the hash of entry %s before it. HQ keeps and posts what follows,'
        ' and confirms nothing above %s: compare both with the register''s journal.',
        broken_at, watermark, watermark)
      from register_stream where broken_at is not null and closed_at is null
      union all
      select s.lane, s.epoch, 'HEAD_DIFFERS', format(
        'The register says its entry %s has hash %s…, HQ holds it with %s…: two disks wrote under'
        ' one identity, or an entry was changed.',
        s.announced, left(s.announced_head, 12), left(e.hash, 12))
      from register_stream s join entry e
        on e.lane = s.lane and e.epoch = s.epoch and e.sequence = s.announced
      where s.closed_at is null and e.hash <> s.announced_head
      union all
      select h.lane, h.epoch, 'CLOCK_OFF', format(
        'The register''s clock is about %s min %s the store''s. Set its clock; business dates and'
        ' the order of entries are not affected.',
        round(abs(h.clock_offset_ms) / 60000.0),
        case when h.clock_offset_ms > 0 then 'behind' else 'ahead of' end)
      from register_health h join register_stream s using (lane, epoch)
      where s.closed_at is null and abs(h.clock_offset_ms) > ?
      union all
      select h.lane, h.epoch, 'DISK_' || h.disk_level, case h.disk_level
        when 'LOW' then format(
          'About %s MiB are left on the register''s disk: make room.',
          round(h.disk_free_bytes / 104857600.0) * 100)
        else 'The register takes no new tickets: its disk is full. Make room there.' end
      from register_health h join register_stream s using (lane, epoch)
      where s.closed_at is null and h.disk_level <> 'AMPLE'
      union all
      select c.lane, c.epoch, 'CHECKPOINT_DIFFERS', format(
        'At entry %s the register counts %s tickets for %s, and HQ %s for %s. Open drawer session:'
        ' %s with %s tickets for %s at the register, %s with %s for %s at HQ.%s',
        c.sequence, c.tickets, c.total::numeric(19,2), c.hq_tickets, c.hq_total::numeric(19,2),
        coalesce(c.session::text, 'none'), coalesce(c.session_sales, 0),
        coalesce(c.session_total, 0)::numeric(19,2),
        coalesce(c.hq_session::text, 'none'), coalesce(c.hq_session_sales, 0),
        coalesce(c.hq_session_total, 0)::numeric(19,2),
        case when s.suspended > 0
          then format(' %s entries of this life went to suspense.', s.suspended) else '' end)
      from (select distinct on (lane, epoch) * from checkpoint
            where matches is not null order by lane, epoch, sequence desc) c
      join register_stream s using (lane, epoch)
      where not c.matches
      union all
      select h.lane, h.epoch, 'SENDS_AFTER_CLOSING', format(
        'This life was closed by %s, and its register still sends. Stop it, or it will sell under'
        ' a life nobody reads any more.', s.closed_by)
      from register_health h join register_stream s using (lane, epoch)
      where s.closed_at is not null and h.received_at > s.closed_at
        and h.received_at > ?::timestamptz
      """;

  private static final String CLOSED_WITH_A_GAP =
      """
      select lane, epoch, watermark, closed_sequence, closed_by, closed_note from register_stream
      where closed_at is not null and watermark < closed_sequence
      order by lane, epoch limit ?
      """;

  private StandingAlarms() {}

  static List<Alarm> read(Connection connection, Instant now) throws SQLException {
    List<Alarm> alarms = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(NOW)) {
      select.setLong(1, CLOCK_OFFSET_MAX.toMillis());
      select.setString(2, now.minus(STILL_SENDS).toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          alarms.add(new Alarm(stream(row), AlarmKind.valueOf(row.getString(3)), row.getString(4)));
        }
      }
    }
    return alarms;
  }

  /** Of closed lives: dearer to find out, and they hardly change. */
  static List<Alarm> declaredLost(Connection connection) throws SQLException {
    List<Alarm> alarms = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(CLOSED_WITH_A_GAP)) {
      select.setInt(1, CLOSED_MAX);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          StreamId stream = stream(row);
          List<SequenceRange> lost =
              StreamGaps.of(connection, stream, row.getLong(3), row.getLong(4));
          if (!lost.isEmpty()) {
            alarms.add(new Alarm(stream, AlarmKind.DECLARED_LOST, lost(lost, row)));
          }
        }
      }
    }
    return alarms;
  }

  private static String lost(List<SequenceRange> lost, ResultSet row) throws SQLException {
    long count = lost.stream().mapToLong(SequenceRange::count).sum();
    return "%s closed this life at entry %d; %s never come: %s. Note: %s"
        .formatted(
            row.getString(5),
            row.getLong(4),
            count == 1 ? "1 entry has" : count + " entries have",
            RangeText.inWords(lost, RANGES_SHOWN),
            row.getString(6));
  }

  private static StreamId stream(ResultSet row) throws SQLException {
    return new StreamId(LaneId.parse(row.getString(1)), row.getLong(2));
  }
}
