package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Prices changed and discounts given by people at registers. */
public final class ByHandReport {

  private static final int BY_HAND_MAX = 200;

  private static final String BY_HAND =
      """
      select business_date, lane, operator, sum(overrides) as overrides,
        sum(overridden) as overridden, sum(discounts) as discounts, sum(discounted) as discounted
      from (
        select t.business_date, t.lane, e.operator, 1 as overrides,
          round((l.book_price - l.unit_price) * l.quantity, ?) as overridden,
          0 as discounts, 0 as discounted
        from ticket t join ticket_line l using (entry_id) join entry e on e.id = t.entry_id
        where l.book_price is not null and t.currency = ? and t.business_date = any(%1$s)
          and (?::text is null or t.store = ?)
        union all
        select t.business_date, t.lane, e.operator, 0, 0, 1, d.amount
        from ticket t join ticket_discount d using (entry_id) join entry e on e.id = t.entry_id
        where d.promotion is null and t.currency = ? and t.business_date = any(%1$s)
          and (?::text is null or t.store = ?)) given
      group by business_date, lane, operator
      order by business_date desc, lane, operator limit %2$d
      """
          .formatted(
              // a week's business dates, found one by one: the newest, the newest before it, ...
              """
              array(select coalesce(?::date, d.day) from (
                with recursive days (day, n) as (
                  select max(business_date), 1 from ticket
                  union all
                  select (select max(business_date) from ticket where business_date < day), n + 1
                  from days where n < 7 and day is not null)
                select day from days where day is not null) d)
              """,
              BY_HAND_MAX);

  private final Books books;
  private final CurrencyUnit currency;

  public ByHandReport(Books books, CurrencyUnit currency) {
    this.books = books;
    this.currency = currency;
  }

  /** By date, register and person; of the newest seven business dates when none is asked for. */
  public List<GivenByHand> given(PriceCriteria asked) {
    return books.read(session ->
        session.doReturningWork(connection ->
            Sql.rows(
                connection,
                BY_HAND,
                this::given,
                currency.getDecimalPlaces(),
                currency.getCode(),
                asked.date(),
                asked.store(),
                asked.store(),
                currency.getCode(),
                asked.date(),
                asked.store(),
                asked.store())));
  }

  private GivenByHand given(ResultSet row) throws SQLException {
    String operator = row.getString("operator");
    return new GivenByHand(
        row.getObject("business_date", LocalDate.class),
        row.getString("lane"),
        operator == null ? "somebody" : operator,
        row.getLong("overrides"),
        money(row, "overridden"),
        row.getLong("discounts"),
        money(row, "discounted"));
  }

  private Money money(ResultSet row, String column) throws SQLException {
    return Amounts.money(currency.getCode(), row.getBigDecimal(column));
  }
}
