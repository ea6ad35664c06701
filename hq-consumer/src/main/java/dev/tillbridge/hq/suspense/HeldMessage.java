package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in suspense, its row locked until the transaction ends.
 *
 * @param kind why it is there
 * @param claims the entry it says it is, null when that cannot be read
 * @param booking null when no amount could be read in it
 */
record HeldMessage(
    long id,
    String kind,
    SuspenseState state,
    Instant receivedAt,
    @Nullable EntryId claims,
    @Nullable Booking booking) {

  /** What the books show for it. */
  record Booking(LocalDate businessDate, long drawerSession) {}

  private static final String LOCK =
      """
      select s.id, s.kind, s.resolution, s.received_at, s.lane, s.epoch, s.sequence
      from suspense s where s.id = ? for update
      """;

  private static final String BOOKING =
      """
      select t.business_date, t.drawer_session from ledger_transaction t
      where t.suspense_id = ? and t.kind = 'SUSPENSE'
      """;

  /** Empty when there is none under that number. */
  static Optional<HeldMessage> lock(Connection connection, long id) throws SQLException {
    Booking booking = Sql.row(connection, BOOKING, HeldMessage::booking, id).orElse(null);
    return Sql.row(connection, LOCK, row -> message(row, booking), id);
  }

  private static HeldMessage message(ResultSet row, @Nullable Booking booking) throws SQLException {
    return new HeldMessage(
        row.getLong("id"),
        row.getString("kind"),
        SuspenseState.of(row.getString("resolution")),
        Sql.instant(row, "received_at"),
        claims(row),
        booking);
  }

  private static @Nullable EntryId claims(ResultSet row) throws SQLException {
    String lane = row.getString("lane");
    Long epoch = Sql.numberOrNull(row, "epoch");
    Long sequence = Sql.numberOrNull(row, "sequence");
    return lane == null || epoch == null || sequence == null
        ? null
        : new EntryId(LaneId.parse(lane), epoch, sequence);
  }

  private static Booking booking(ResultSet row) throws SQLException {
    return new Booking(
        row.getObject("business_date", LocalDate.class), row.getLong("drawer_session"));
  }
}
