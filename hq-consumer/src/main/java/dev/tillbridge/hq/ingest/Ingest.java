package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.ledger.PostingRules;
import dev.tillbridge.hq.ledger.SuspenseRules;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts batches of journal entries. Thread-safe; several may post at once. */
public final class Ingest {

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private final Books books;
  private final ArrivalReader reader;
  private final BatchWriter writer;

  /**
   * Brings the chart's accounts into the books, so that every posting finds its account.
   *
   * @param clock its zone tells the date of what arrives without one
   * @throws dev.tillbridge.model.configuration.InvalidSetting when an account that has postings
   *     would change its type
   */
  public Ingest(Books books, ChartOfAccounts chart, Clock clock) {
    AccountTable.adopt(books, chart);
    this.books = books;
    this.reader = new ArrivalReader(new PostingRules(chart));
    this.writer =
        new BatchWriter(clock, new SuspenseBooking(new SuspenseRules(chart), clock.getZone()));
  }

  /**
   * Stores and posts these messages in one database transaction.
   *
   * <p>Returns after the commit. Posting a message again changes nothing but the duplicates' count.
   * One that the database refuses goes to suspense and the others are posted without it.
   *
   * @throws BooksUnavailable when the database does not take it now; call again with the same batch
   */
  public Posted post(List<byte[]> batch) {
    return write(batch.stream().map(reader::read).toList());
  }

  private Posted write(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return Posted.NOTHING;
    }
    try {
      return books.write(
          session -> session.doReturningWork(connection -> writer.write(connection, arrivals)));
    } catch (RuntimeException e) {
      if (!Refusal.isOfTheData(e)) {
        throw new BooksUnavailable("The books take nothing now: " + Refusal.reason(e), e);
      }
      return withoutTheRefused(arrivals, e);
    }
  }

  private Posted withoutTheRefused(List<Arrival> arrivals, RuntimeException refusal) {
    if (arrivals.size() > 1) {
      int half = arrivals.size() / 2;
      return write(arrivals.subList(0, half)).plus(write(arrivals.subList(half, arrivals.size())));
    }
    Arrival arrival = arrivals.getFirst();
    if (arrival instanceof Arrival.Unusable) {
      throw new BooksUnavailable(
          "Suspense does not take message " + arrival.hash() + ": " + Refusal.reason(refusal),
          refusal);
    }
    LOG.warn("Message {} goes to suspense: {}", arrival.hash(), Refusal.reason(refusal));
    return write(
        List.of(
            ArrivalReader.unpostable(arrival.hash(), arrival.bytes(), Refusal.reason(refusal))));
  }
}
