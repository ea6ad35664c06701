package dev.tillbridge.hq.suspense;

import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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
  record Booking(Money amount, LocalDate businessDate, long drawerSession) {}

  private static final String LOCK =
      """
      select s.id, s.kind, s.resolution, s.received_at, s.lane, s.epoch, s.sequence
      from suspense s where s.id = ? for update
      """;

  private static final String BOOKING =
      """
      select t.currency, t.business_date, t.drawer_session, p.amount
      from ledger_transaction t join posting p on p.transaction_id = t.id and p.line = 1
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
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    BigDecimal amount = row.getBigDecimal("amount");
    return new Booking(
        Money.of(currency, amount, RoundingMode.UNNECESSARY),
        row.getObject("business_date", LocalDate.class),
        row.getLong("drawer_session"));
  }
}
