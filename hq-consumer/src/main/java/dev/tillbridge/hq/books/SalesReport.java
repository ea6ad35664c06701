package dev.tillbridge.hq.books;

import dev.tillbridge.hq.database.Books;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Sales of a business date. */
public final class SalesReport {

  private static final String BY_HOUR =
      """
      select store, cast(extract(hour from recorded_at at time zone :zone) as integer) as hour,
        count(*) filter (where kind = 'SALE' and line_count > 0) as sales,
        count(*) filter (where kind = 'RETURN' and line_count > 0) as returns,
        count(*) filter (where kind = 'EXCHANGE' and line_count > 0) as exchanges,
        count(*) filter (where line_count = 0) as without_goods,
        sum(net) as net, sum(tax) as tax, sum(net + tax) as total
      from ticket
      where business_date = :date and currency = :currency
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

  record Row(
      String store,
      int hour,
      long sales,
      long returns,
      long exchanges,
      long withoutGoods,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal total) {}

  public DaySales of(LocalDate date) {
    List<Row> rows =
        books.read(session ->
            session
                .createNativeQuery(BY_HOUR, Row.class)
                .setParameter("zone", zone.getId())
                .setParameter("date", date)
                .setParameter("currency", currency.getCode())
                .getResultList());
    return new DaySales(date, currency, rows.stream().map(this::hour).toList());
  }

  /** The newest business date with a ticket. */
  public Optional<LocalDate> latestDate() {
    return Optional.ofNullable(
        books.read(session ->
            session
                .createSelectionQuery("select max(businessDate) from TicketRow", LocalDate.class)
                .getSingleResultOrNull()));
  }

  private HourSales hour(Row row) {
    String code = currency.getCode();
    return new HourSales(
        row.store(),
        row.hour(),
        row.sales(),
        row.returns(),
        row.exchanges(),
        row.withoutGoods(),
        Amounts.money(code, row.net()),
        Amounts.money(code, row.tax()),
        Amounts.money(code, row.total()));
  }
}
