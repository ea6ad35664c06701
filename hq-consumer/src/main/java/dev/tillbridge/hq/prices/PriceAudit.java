package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.BooksAway;
import dev.tillbridge.hq.prices.DueTickets.Due;
import dev.tillbridge.model.ticket.TicketLine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares every posted ticket with the version of the price book it claims, in a thread of its own
 * and in small transactions of their own. A ticket whose version is not here waits for it.
 */
public final class PriceAudit {

  /** Tickets of one version compared and written in one transaction. */
  static final int BATCH = 200;

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration COUNT_EVERY = Duration.ofSeconds(10);

  /** While arrivals wait only each so many turns is used, so that posting comes first. */
  private static final int TURNS_WHEN_BUSY = 10;

  private static final Logger LOG = LoggerFactory.getLogger(PriceAudit.class);

  private final Books books;
  private final BooleanSupplier busy;
  private final Clock clock;
  private final VersionTerms terms = new VersionTerms();
  private final CheckFigures figures;
  private Instant countAgain = Instant.MIN;
  private int turns;
  private String trouble = "";

  PriceAudit(Books books, BooleanSupplier busy, Clock clock) {
    this.books = books;
    this.busy = busy;
    this.clock = clock;
    this.figures = new CheckFigures(books);
  }

  /**
   * Starts the thread, which ends when the answer is closed.
   *
   * @param busy whether arrivals wait at HQ's broker that were not posted yet
   */
  public static PollLoop start(
      Books books, BooleanSupplier busy, Clock clock, MeterRegistry meters) {
    PriceAudit audit = new PriceAudit(books, busy, clock);
    Gauge.builder("tillbridge.prices.tickets.checked", audit.figures::checked).register(meters);
    Gauge.builder("tillbridge.prices.tickets.differing", audit.figures::differing).register(meters);
    Gauge.builder("tillbridge.prices.tickets.waiting", audit.figures::waiting).register(meters);
    return PollLoop.start("price-audit", PAUSE, audit::turn, audit::failed);
  }

  private void turn() {
    if (++turns % TURNS_WHEN_BUSY == 0 || !busy.getAsBoolean()) {
      look();
    }
    if (!clock.instant().isBefore(countAgain)) {
      figures.count();
      countAgain = clock.instant().plus(COUNT_EVERY);
    }
    if (!trouble.isEmpty()) {
      trouble = "";
      LOG.info("Price check: tickets are compared again.");
    }
  }

  /** Compares the next batch and answers how many tickets that were. */
  int look() {
    return books.write(session -> session.doReturningWork(this::look));
  }

  private int look(Connection connection) throws SQLException {
    Long version = DueTickets.version(connection).orElse(null);
    if (version == null) {
      return 0;
    }
    List<Due> due = DueTickets.next(connection, version, BATCH);
    if (due.isEmpty()) {
      return 0;
    }
    BookAtVersion book = terms.book(connection, version);
    book.prepare(due.stream().flatMap(PriceAudit::asked).toList());
    EventLists events = new EventLists(connection);
    TicketCheck check = new TicketCheck(book);
    CheckTables tables = new CheckTables(version, clock.instant());
    due.forEach(ticket -> tables.add(ticket.entry(), verdict(check, ticket, events)));
    tables.write(connection);
    return due.size();
  }

  private static Stream<String> asked(Due due) {
    return due.ticket() == null
        ? Stream.empty()
        : due.ticket().lines().stream()
            .flatMap((TicketLine line) -> Stream.of(line.scanned().strip(), line.item().strip()));
  }

  private static Verdict verdict(TicketCheck check, Due due, EventLists events) {
    if (due.ticket() == null) {
      return new Verdict.NotPriced("Its bytes do not read as a ticket.");
    }
    try {
      return check.compare(due.ticket(), due.store(), events.of(due.event()));
    } catch (BookAtVersion.Unreadable | EventLists.Unreadable e) {
      throw e;
    } catch (RuntimeException e) {
      // One ticket that no rule was made for must not hold up the others; it is listed.
      LOG.warn("Price check: ticket {} cannot be priced.", due.ticket().number(), e);
      return new Verdict.NotPriced(String.valueOf(e.getMessage()));
    }
  }

  private void failed(RuntimeException problem) {
    String told = String.valueOf(problem.getMessage());
    if (told.equals(trouble)) {
      return;
    }
    trouble = told;
    if (problem instanceof BooksAway) {
      LOG.warn("Price check: {} Posting is what matters; comparing goes on by itself.", told);
    } else {
      LOG.error(
          "Price check: no ticket is compared now; tickets are posted all the same. Trying every {} ms.",
          PAUSE.toMillis(),
          problem);
    }
  }
}
