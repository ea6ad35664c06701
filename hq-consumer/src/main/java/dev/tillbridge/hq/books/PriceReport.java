package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Price books, who has which, and how tickets compare with them. */
public final class PriceReport {

  /** Findings shown at most; the newest. */
  public static final int FOUND_MAX = 200;

  private static final int VERSIONS_MAX = 50;
  private static final int REGISTERS_MAX = 2_000;
  private static final int UNKNOWN_MAX = 20;

  private static final String VERSIONS =
      "select * from book_version order by version desc limit " + VERSIONS_MAX;

  private static final String REGISTERS =
      """
      select r.*,
        (select max(version) from book_version v
          where cardinality(v.stores) = 0 or r.store = any(v.stores)) as newest
      from pricebook_registers r order by store, register limit
      """
          + REGISTERS_MAX;

  private static final String SUMS =
      """
      select coalesce(sum(checked), 0) as checked, coalesce(sum(differing), 0) as differing,
        coalesce(sum(not_priced), 0) as not_priced,
        coalesce(sum(over_tickets), 0) as over_tickets,
        coalesce(sum(overcharged), 0) as overcharged,
        coalesce(sum(under_tickets), 0) as under_tickets,
        coalesce(sum(undercharged), 0) as undercharged
      from price_check_day
      where currency = ? and (?::date is null or business_date = ?)
        and (?::text is null or store = ?)
      """;

  private static final String DUE =
      """
      select d.price_book, v.version is not null as here, count(*) as tickets
      from price_due d
      left join book_version v on v.version = d.price_book and v.verified
      where (?::date is null and ?::text is null) or exists (
        select from ticket t where t.entry_id = d.entry_id
          and (?::date is null or t.business_date = ?) and (?::text is null or t.store = ?))
      group by 1, 2 order by 1 desc
      """;

  private static final String FINDINGS =
      """
      select * from (
        select t.entry_id, t.number, t.lane, t.recorded_at, t.currency, c.price_book, d.line,
          d.position, l.name, d.difference, d.reason
        from price_difference d
        join price_check c using (entry_id)
        join ticket t using (entry_id)
        left join ticket_line l on l.entry_id = d.entry_id and l.line = d.line
        where (?::date is null or t.business_date = ?) and (?::text is null or t.store = ?)
          and (?::bigint is null or d.entry_id = ?)
        union all
        select t.entry_id, t.number, t.lane, t.recorded_at, t.currency, c.price_book, 0, 0, null,
          0, c.problem
        from price_check c join ticket t using (entry_id)
        where c.result = 'NOT_PRICED'
          and (?::date is null or t.business_date = ?) and (?::text is null or t.store = ?)
          and (?::bigint is null or c.entry_id = ?)) found
      order by entry_id desc, line, position limit
      """
          + (FOUND_MAX + 1);

  private final Books books;
  private final CurrencyUnit currency;

  public PriceReport(Books books, CurrencyUnit currency) {
    this.books = books;
    this.currency = currency;
  }

  /** The newest versions, newest first. */
  public List<KnownVersion> versions() {
    return rows(VERSIONS, PriceReport::version);
  }

  /** What each register says, in the order of stores and registers. */
  public List<RegisterBook> registers() {
    return rows(REGISTERS, PriceReport::register);
  }

  public PriceSummary summary(PriceCriteria asked) {
    List<Due> due =
        rows(
            DUE,
            row ->
                new Due(row.getLong("price_book"), row.getBoolean("here"), row.getLong("tickets")),
            asked.date(),
            asked.store(),
            asked.date(),
            asked.date(),
            asked.store(),
            asked.store());
    return rows(
            SUMS,
            row -> summary(row, due),
            currency.getCode(),
            asked.date(),
            asked.date(),
            asked.store(),
            asked.store())
        .getFirst();
  }

  /** The newest that fit, one more than {@link #FOUND_MAX} when there are more. */
  public List<PriceFinding> findings(PriceCriteria asked) {
    return findings(asked, null);
  }

  /** How a ticket compares, in the order of its lines. */
  public TicketPrices of(long entryId) {
    String state =
        rows(
                """
                select coalesce(
                  (select result from price_check where entry_id = t.entry_id),
                  case when exists (
                    select from book_version v where v.version = t.price_book and v.verified)
                  then 'DUE' else 'WAITING' end)
                from ticket t where t.entry_id = ?
                """,
                row -> row.getString(1),
                entryId)
            .getFirst();
    return new TicketPrices(
        TicketPrices.State.valueOf(state), findings(PriceCriteria.ALL, entryId));
  }

  private List<PriceFinding> findings(PriceCriteria asked, @Nullable Long entryId) {
    return rows(
        FINDINGS,
        PriceReport::finding,
        asked.date(),
        asked.date(),
        asked.store(),
        asked.store(),
        entryId,
        entryId,
        asked.date(),
        asked.date(),
        asked.store(),
        asked.store(),
        entryId,
        entryId);
  }

  private <T> List<T> rows(String sql, Sql.Reader<T> reader, @Nullable Object... values) {
    return books.read(session ->
        session.doReturningWork(connection -> Sql.rows(connection, sql, reader, values)));
  }

  private record Due(long version, boolean here, long tickets) {}

  private PriceSummary summary(ResultSet row, List<Due> due) throws SQLException {
    return new PriceSummary(
        row.getLong("checked"),
        row.getLong("differing"),
        row.getLong("not_priced"),
        due.stream().filter(Due::here).mapToLong(Due::tickets).sum(),
        due.stream()
            .filter(version -> !version.here())
            .limit(UNKNOWN_MAX)
            .map(version -> new PriceSummary.Waiting(version.version(), version.tickets()))
            .toList(),
        row.getLong("over_tickets"),
        money(row, "overcharged"),
        row.getLong("under_tickets"),
        money(row, "undercharged"));
  }

  private static KnownVersion version(ResultSet row) throws SQLException {
    return new KnownVersion(
        row.getLong("version"),
        Sql.instant(row, "published_at"),
        row.getString("published_by"),
        row.getInt("count"),
        row.getInt("changes"),
        row.getString("note"),
        Arrays.asList((String[]) row.getArray("stores").getArray()),
        row.getBoolean("verified"));
  }

  private static RegisterBook register(ResultSet row) throws SQLException {
    return new RegisterBook(
        row.getString("store"),
        row.getString("register"),
        Sql.numberOrNull(row, "book_version"),
        Sql.instantOrNull(row, "book_since"),
        row.getString("book_problem"),
        Sql.instant(row, "heard_at"),
        Sql.numberOrNull(row, "newest"));
  }

  private static PriceFinding finding(ResultSet row) throws SQLException {
    return new PriceFinding(
        row.getLong("entry_id"),
        row.getString("number"),
        row.getString("lane"),
        Sql.instant(row, "recorded_at"),
        row.getLong("price_book"),
        row.getInt("line"),
        row.getString("name"),
        Amounts.money(row.getString("currency"), row.getBigDecimal("difference")),
        row.getString("reason"));
  }

  private Money money(ResultSet row, String column) throws SQLException {
    return Amounts.money(currency.getCode(), row.getBigDecimal(column));
  }
}
