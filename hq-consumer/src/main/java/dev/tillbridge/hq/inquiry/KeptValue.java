package dev.tillbridge.hq.inquiry;

import dev.tillbridge.hq.books.Amounts;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What is left on a stored value, and some of it kept for the lane that asks. What is kept ends
 * when a ticket of that lane redeems the number, or by itself.
 */
final class KeptValue {

  /** How long something is kept for a lane whose ticket does not come. */
  static final Duration KEPT_FOR = Duration.ofMinutes(10);

  /** Kept for one lane at a time, over all numbers. */
  static final int KEPT_MAX = 200;

  private static final int KEY_CHARACTERS_MAX = 100;

  /** The number's row is locked first, as posting does. */
  private static final String LOCK =
      "select kind, currency, issued - redeemed as left_on from stored_value where number = ?"
          + " for update";

  private static final String OTHERS =
      "select coalesce(sum(amount), 0) from stored_value_kept"
          + " where number = ? and not (lane = ? and key = ?)";

  private static final String OWN =
      "select coalesce(sum(amount), 0) from stored_value_kept"
          + " where number = ? and lane = ? and key = ?";

  private static final String KEEP =
      """
      insert into stored_value_kept (number, lane, key, amount, kept_at, ends_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (number, lane, key) do update set amount = excluded.amount,
        kept_at = excluded.kept_at, ends_at = excluded.ends_at
      """;

  private record Value(StoredValueKind kind, Money left) {}

  private KeptValue() {}

  static Answer answer(Connection connection, LaneId lane, Inquiry.OfStoredValue asked, Instant now)
      throws SQLException {
    Optional<Value> found = Sql.row(connection, LOCK, KeptValue::value, asked.number());
    if (found.isEmpty()) {
      return new Answer.NotKnown(asked.number());
    }
    Sql.change(connection, "delete from stored_value_kept where ends_at <= ?", now);
    Value value = found.get();
    Money left = value.left().minus(sum(connection, OTHERS, lane, asked, value));
    Money keep = asked.keep();
    if (keep == null) {
      return new Answer.Balance(
          asked.number(), value.kind(), left, sum(connection, OWN, lane, asked, value));
    }
    if (!keep.isSameCurrency(left) || keep.isNegative()) {
      return new Answer.No(
          "%s is kept in %s, and not %s.".formatted(asked.number(), left.getCurrencyUnit(), keep));
    }
    if (asked.key().length() > KEY_CHARACTERS_MAX) {
      return new Answer.No(
          "The key of what is kept has at most %d characters.".formatted(KEY_CHARACTERS_MAX));
    }
    if (isFull(connection, lane, asked)) {
      return new Answer.No(
          "HQ keeps %d amounts for %s already; end a ticket first.".formatted(KEPT_MAX, lane));
    }
    Money kept = keep.isGreaterThan(left) ? atLeastNothing(left) : keep;
    keep(connection, lane, asked, kept, now);
    return new Answer.Balance(asked.number(), value.kind(), left, kept);
  }

  private static void keep(
      Connection connection, LaneId lane, Inquiry.OfStoredValue asked, Money kept, Instant now)
      throws SQLException {
    if (kept.isZero()) {
      Sql.change(
          connection,
          "delete from stored_value_kept where number = ? and lane = ? and key = ?",
          asked.number(),
          lane.toString(),
          asked.key());
    } else {
      Sql.change(
          connection,
          KEEP,
          asked.number(),
          lane.toString(),
          asked.key(),
          kept.getAmount(),
          now,
          now.plus(KEPT_FOR));
    }
  }

  private static boolean isFull(Connection connection, LaneId lane, Inquiry.OfStoredValue asked)
      throws SQLException {
    return Sql.row(
            connection,
            "select count(*) from stored_value_kept where lane = ? and not (number = ? and key = ?)",
            row -> row.getLong(1) >= KEPT_MAX,
            lane.toString(),
            asked.number(),
            asked.key())
        .orElse(false);
  }

  private static Money sum(
      Connection connection, String sql, LaneId lane, Inquiry.OfStoredValue asked, Value value)
      throws SQLException {
    BigDecimal sum =
        Sql.row(
                connection,
                sql,
                row -> row.getBigDecimal(1),
                asked.number(),
                lane.toString(),
                asked.key())
            .orElseThrow();
    return Amounts.money(value.left().getCurrencyUnit().getCode(), sum);
  }

  private static Value value(ResultSet row) throws SQLException {
    return new Value(
        StoredValueKind.valueOf(row.getString("kind")),
        Amounts.money(row.getString("currency"), row.getBigDecimal("left_on")));
  }

  private static Money atLeastNothing(Money amount) {
    return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
  }
}
