package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.ByHandReport;
import dev.tillbridge.hq.books.CustomerReport;
import dev.tillbridge.hq.books.ExceptionFiles;
import dev.tillbridge.hq.books.ExceptionReport;
import dev.tillbridge.hq.books.PriceReport;
import dev.tillbridge.hq.books.SalesReport;
import dev.tillbridge.hq.books.StoredValueReport;
import dev.tillbridge.hq.books.StreamReport;
import dev.tillbridge.hq.books.TicketFiles;
import dev.tillbridge.hq.books.TicketSearch;
import dev.tillbridge.hq.books.TrialBalanceReport;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.stream.ConsumerStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;

/**
 * Everything the pages ask and do.
 *
 * @param waiting messages at HQ's broker that are not yet in the books
 */
public record Desk(
    Books books,
    SalesReport sales,
    StreamReport streams,
    ExceptionReport exceptions,
    ExceptionFiles exceptionFiles,
    TrialBalanceReport trialBalance,
    TicketSearch search,
    TicketFiles tickets,
    PriceReport prices,
    ByHandReport byHand,
    Duties duties,
    Supplier<ConsumerStatus> consumer,
    LongSupplier waiting,
    ZoneId zone,
    CurrencyUnit currency,
    Clock clock,
    StoredValueReport storedValues,
    CustomerReport customers) {

  public static Desk of(
      Books books,
      Duties duties,
      Supplier<ConsumerStatus> consumer,
      LongSupplier waiting,
      ZoneId zone,
      CurrencyUnit currency,
      Clock clock,
      ChartOfAccounts chart) {
    return new Desk(
        books,
        new SalesReport(books, zone, currency),
        new StreamReport(books),
        new ExceptionReport(books, clock),
        new ExceptionFiles(books),
        new TrialBalanceReport(books, currency),
        new TicketSearch(books),
        new TicketFiles(books),
        new PriceReport(books, currency),
        new ByHandReport(books, currency),
        duties,
        consumer,
        waiting,
        zone,
        currency,
        clock,
        new StoredValueReport(books, currency, chart),
        new CustomerReport(books, currency));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
