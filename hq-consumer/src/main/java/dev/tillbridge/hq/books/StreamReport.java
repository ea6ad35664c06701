package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of every register's stream. */
public final class StreamReport {

  /** Lives shown at most; more registers than that want a filter by store. */
  private static final int LIVES_MAX = 2_000;

  private static final int GAPS_MAX = 5;

  private static final String STREAMS =
      """
      select s.*,
        greatest(s.last_seen_at, s.announced_at, h.received_at) as heard,
        (select count(*) from entry_conflict c
          where c.lane = s.lane and c.epoch = s.epoch
            and not exists (select from remark r where r.conflict_id = c.id)) as unseen,
        (select count(*) from suspense p
          where p.lane = s.lane and p.epoch = s.epoch and p.entry_id is not null
            and p.resolved_at is null) as held,
        h.received_at, h.waiting, h.kept, h.disk_level, h.disk_free_bytes, h.clock_offset_ms,
        h.price_book, h.neighbour, h.neighbour_waiting, h.program
      from register_stream s left join register_health h using (lane, epoch)
      """;

  private static final String GAPS =
      """
      select before + 1 as first, sequence - 1 as last
      from (select sequence, lag(sequence, 1, 0::bigint) over (order by sequence) as before
            from entry where lane = ? and epoch = ?) numbered
      where sequence > before + 1
      order by sequence
      limit ?
      """;

  private final Books books;

  public StreamReport(Books books) {
    this.books = books;
  }

  /** Every stream, in the order of lanes, newest life first. */
  public List<RegisterStream> streams() {
    return select(" order by s.lane, s.epoch desc limit " + LIVES_MAX);
  }

  /** One life of a register, empty when HQ has never heard of it. */
  public Optional<RegisterStream> stream(String lane, long epoch) {
    return select(" where s.lane = ? and s.epoch = ?", lane, epoch).stream().findFirst();
  }

  private List<RegisterStream> select(String which, @Nullable Object... values) {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(connection, STREAMS + which, row -> stream(connection, row), values)));
  }

  private static RegisterStream stream(Connection connection, ResultSet row) throws SQLException {
    String lane = row.getString("lane");
    long epoch = row.getLong("epoch");
    long missing = row.getLong("last_sequence") - row.getLong("entries");
    return new RegisterStream(
        lane,
        epoch,
        row.getLong("last_sequence"),
        row.getString("head_hash"),
        row.getLong("entries"),
        missing,
        missing == 0 ? List.of() : gaps(connection, lane, epoch),
        row.getLong("duplicates"),
        row.getLong("conflicts"),
        Sql.instant(row, "last_seen_at"),
        Sql.instantOrNull(row, "last_recorded_at"),
        row.getLong("watermark"),
        row.getString("watermark_head"),
        Sql.numberOrNull(row, "broken_at"),
        row.getLong("announced"),
        Sql.instant(row, "heard"),
        Sql.instantOrNull(row, "missing_since"),
        new RegisterStream.Request(
            row.getLong("request_number"),
            row.getString("request_ranges"),
            Sql.instantOrNull(row, "request_at"),
            row.getLong("requests")),
        row.getLong("held"),
        row.getLong("unseen"),
        row.getLong("after_closing"),
        health(row),
        closing(row));
  }

  private static RegisterStream.@Nullable Health health(ResultSet row) throws SQLException {
    return Sql.instantOrNull(row, "received_at") == null
        ? null
        : new RegisterStream.Health(
            Sql.instant(row, "received_at"),
            row.getLong("waiting"),
            row.getLong("kept"),
            row.getString("disk_level"),
            row.getLong("disk_free_bytes"),
            Sql.numberOrNull(row, "clock_offset_ms"),
            Sql.numberOrNull(row, "price_book"),
            row.getString("neighbour"),
            row.getLong("neighbour_waiting"),
            row.getString("program"));
  }

  private static RegisterStream.@Nullable Closing closing(ResultSet row) throws SQLException {
    return Sql.instantOrNull(row, "closed_at") == null
        ? null
        : new RegisterStream.Closing(
            Sql.instant(row, "closed_at"),
            row.getString("closed_by"),
            row.getLong("closed_sequence"),
            row.getString("closed_note"));
  }

  private static List<RegisterStream.Gap> gaps(Connection connection, String lane, long epoch)
      throws SQLException {
    return Sql.rows(
        connection,
        GAPS,
        row -> new RegisterStream.Gap(row.getLong("first"), row.getLong("last")),
        lane,
        epoch,
        GAPS_MAX);
  }

  /** How many messages in suspense nobody has dealt with. */
  public long suspended() {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.row(
                    connection,
                    "select count(*) from suspense where resolved_at is null",
                    row -> row.getLong(1))
                .orElseThrow()));
  }
}
