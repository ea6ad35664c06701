package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is owed on gift certificates and store credits, by number and by the ledger. */
public final class StoredValueReport {

  /** Shown at most, those used last. */
  public static final int SHOWN_MAX = 200;

  /**
   * One number.
   *
   * @param kept of the balance, for lanes whose ticket is awaited
   * @param keptBy those lanes, empty when nothing is kept
   */
  public record Value(
      String number,
      StoredValueKind kind,
      Money issued,
      Money redeemed,
      Money kept,
      String keptBy,
      Instant firstAt,
      Instant lastAt,
      String lastLane) {

    public Money balance() {
      return issued.minus(redeemed);
    }
  }

  /**
   * All of a kind.
   *
   * @param owed by the numbers
   * @param account that the ledger owes them on
   * @param ledger what it owes there
   */
  public record Owed(
      StoredValueKind kind,
      long numbers,
      Money issued,
      Money redeemed,
      Money owed,
      String account,
      Money ledger) {

    public boolean agrees() {
      return owed.equals(ledger);
    }
  }

  private static final String VALUES =
      """
      select v.*, coalesce(k.amount, 0) as kept, coalesce(k.lanes, '') as kept_by
      from stored_value v left join lateral (
        select sum(amount) as amount, string_agg(distinct lane, ', ' order by lane) as lanes
        from stored_value_kept h where h.number = v.number and h.ends_at > now()) k on true
      where currency = ? and number like ? escape '\\'
      order by last_at desc, number limit ?
      """;

  private static final String SUMS =
      """
      select count(*), coalesce(sum(issued), 0), coalesce(sum(redeemed), 0), (
        select coalesce(-sum(p.amount), 0)
        from posting p join ledger_transaction t on t.id = p.transaction_id
        where p.account = ? and t.currency = ?)
      from stored_value where kind = ? and currency = ?
      """;

  private final Books books;
  private final CurrencyUnit currency;
  private final ChartOfAccounts chart;

  public StoredValueReport(Books books, CurrencyUnit currency, ChartOfAccounts chart) {
    this.books = books;
    this.currency = currency;
    this.chart = chart;
  }

  /** Those whose number has this in it, one more than {@link #SHOWN_MAX} when there are more. */
  public List<Value> find(String part) {
    String escaped =
        part.strip().toUpperCase(java.util.Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(
                connection,
                VALUES,
                row ->
                    new Value(
                        row.getString("number"),
                        StoredValueKind.valueOf(row.getString("kind")),
                        money(row.getBigDecimal("issued")),
                        money(row.getBigDecimal("redeemed")),
                        money(row.getBigDecimal("kept")),
                        row.getString("kept_by"),
                        Sql.instant(row, "first_at"),
                        Sql.instant(row, "last_at"),
                        row.getString("last_lane")),
                currency.getCode(),
                "%" + escaped + "%",
                SHOWN_MAX + 1)));
  }

  /** Each kind by the numbers and by the ledger. */
  public List<Owed> owed() {
    return books.read(session ->
        session.doReturningWork(connection ->
            Arrays.stream(StoredValueKind.values()).map(kind -> owed(connection, kind)).toList()));
  }

  private Owed owed(Connection connection, StoredValueKind kind) {
    String account = chart.storedValue(kind);
    try {
      return Sql.row(
              connection,
              SUMS,
              row ->
                  new Owed(
                      kind,
                      row.getLong(1),
                      money(row.getBigDecimal(2)),
                      money(row.getBigDecimal(3)),
                      money(row.getBigDecimal(2).subtract(row.getBigDecimal(3))),
                      account,
                      money(row.getBigDecimal(4))),
              account,
              currency.getCode(),
              kind,
              currency.getCode())
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException("What is owed on " + account + " cannot be read.", e);
    }
  }

  private Money money(BigDecimal amount) {
    return Amounts.money(currency.getCode(), amount);
  }
}
