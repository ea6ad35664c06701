package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.ledger.ChartOfAccounts;
import dev.tillbridge.hq.ledger.PostingRules;
import dev.tillbridge.model.delivery.StreamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts batches of journal entries. Thread-safe; several may post at once. */
public final class Ingest {

  private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);

  private final Books books;
  private final Admission admission;
  private final ArrivalReader reader;
  private final BatchWriter writer;
  private final SuspenseRetry retry;

  /**
   * Brings the chart's accounts into the books, so that every posting finds its account.
   *
   * @param clock its zone tells the date of what arrives without one
   * @throws dev.tillbridge.model.configuration.InvalidSetting when an account that has postings
   *     would change its type
   */
  public Ingest(Books books, ChartOfAccounts chart, Admission admission, Clock clock) {
    AccountTable.adopt(books, chart);
    this.books = books;
    this.admission = admission;
    this.reader = new ArrivalReader(new PostingRules(chart));
    SuspenseBooking suspense = new SuspenseBooking(new SuspenseRules(chart), clock.getZone());
    this.writer = new BatchWriter(new Gate(admission), suspense, clock);
    this.retry = new SuspenseRetry(reader, writer, clock);
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
    // In parallel: checking the signatures takes longer than anything else here.
    return write(batch.parallelStream().map(reader::read).toList());
  }

  /**
   * Posts a message in suspense by the ordinary rules, inside the caller's transaction. What was
   * booked to suspense for it is the caller's to take back.
   *
   * @return why it still cannot be posted; empty when it is in the books
   */
  public Optional<String> postSuspended(Connection connection, long suspense) throws SQLException {
    return retry.post(connection, suspense);
  }

  /**
   * Posts what lies in suspense only because its key was not approved, or its register not known,
   * as far as that has changed. Call at the start and after an approval.
   *
   * @throws BooksUnavailable when the database does not take it now
   */
  public Posted tryAgain() {
    if (admission.enrolment() == Enrolment.AUTOMATIC) {
      books.write(session -> {
        session.doWork(WaitingEntries::enrolTheFirst);
        return true;
      });
    }
    WaitingEntries waiting = new WaitingEntries(books, admission.known());
    Posted posted = Posted.NOTHING;
    for (List<byte[]> batch = waiting.next(); !batch.isEmpty(); batch = waiting.next()) {
      posted = posted.plus(post(batch));
    }
    return posted;
  }

  /** Moves watermarks over what is held above them: books of an older program had none. */
  public void catchUp() {
    List<StreamId> behind = books.read(session -> session.doReturningWork(WaitingEntries::behind));
    for (StreamId stream : behind) {
      books.write(session -> {
        session.doWork(connection -> StreamTable.catchUp(connection, stream));
        return true;
      });
    }
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
    String reason = Refusal.reason(refusal);
    return switch (arrivals.getFirst()) {
      case Arrival.Readable entry -> {
        LOG.warn("Entry {} goes to suspense: {}", entry.id(), reason);
        yield write(List.of(ArrivalReader.unpostable(entry, reason)));
      }
      case Arrival.Unpostable entry -> throw stuck(entry.id().toString(), reason, refusal);
      case Arrival.Unusable message -> throw stuck(message.hash().toString(), reason, refusal);
      case Arrival.Heard heard -> {
        LOG.warn("A heartbeat of {} is left out: {}", heard.stream(), reason);
        yield new Posted(0, 0, 0, 0, 0, 0, 1);
      }
      case Arrival.Ignored ignored -> throw stuck("a heartbeat", reason, refusal);
    };
  }

  private static BooksUnavailable stuck(String what, String reason, RuntimeException refusal) {
    return new BooksUnavailable("Suspense does not take " + what + ": " + reason, refusal);
  }
}
