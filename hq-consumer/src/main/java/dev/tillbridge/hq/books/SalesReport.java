package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Sales of a business date. */
public final class SalesReport {

  private static final String BY_HOUR =
      """
      select store, cast(extract(hour from recorded_at at time zone ?) as integer) as hour,
        sum(net) as net, sum(tax) as tax, sum(net + tax) as total,\
      """
          + TicketCounts.COLUMNS
          + """
          from ticket
          where business_date = ? and currency = ?
          group by 1, 2
          order by 1, 2
          """;

  private final Books books;
  private final ZoneId zone;
  private final CurrencyUnit currency;

  public SalesReport(Books books, ZoneId zone, CurrencyUnit currency) {
    this.books = books;
    this.zone = zone;
    this.currency = currency;
  }

  public DaySales of(LocalDate date) {
    return new DaySales(
        date,
        currency,
        books.read(session ->
            session.doReturningWork(connection ->
                Sql.rows(
                    connection, BY_HOUR, this::hour, zone.getId(), date, currency.getCode()))));
  }

  /** The newest business date with a ticket. */
  public Optional<LocalDate> latestDate() {
    return Optional.ofNullable(
        books.read(session ->
            session
                .createSelectionQuery("select max(businessDate) from TicketRow", LocalDate.class)
                .getSingleResultOrNull()));
  }

  private HourSales hour(ResultSet row) throws SQLException {
    String code = currency.getCode();
    return new HourSales(
        row.getString("store"),
        row.getInt("hour"),
        TicketCounts.read(row),
        Amounts.money(code, row.getBigDecimal("net")),
        Amounts.money(code, row.getBigDecimal("tax")),
        Amounts.money(code, row.getBigDecimal("total")));
  }
}
