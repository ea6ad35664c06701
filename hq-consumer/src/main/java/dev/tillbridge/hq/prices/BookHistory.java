package dev.tillbridge.hq.prices;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.broker.topic.RelayLog;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.BooksAway;
import dev.tillbridge.hq.database.Sql;
import dev.tillbridge.hq.prices.PublishedVersions.Published;
import dev.tillbridge.model.pricebook.Manifest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Copies new versions of the price book into the books, each in one transaction. Where it goes on
 * is the highest version there, so a start after a kill repeats and skips nothing.
 */
public final class BookHistory {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Another HQ process on the same books waits for this one's copy, and then finds it done. */
  private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7405172)";

  private static final String HIGHEST = "select coalesce(max(version), 0) from book_version";

  private final Books books;
  private final PublishedVersions published;
  private final Clock clock;
  private final RelayLog log =
      new RelayLog(LoggerFactory.getLogger(BookHistory.class), "Price book history");

  BookHistory(Books books, PublishedVersions published, Clock clock) {
    this.books = books;
    this.published = published;
    this.clock = clock;
  }

  /** Starts the thread, which ends when the answer is closed. */
  public static PollLoop start(Books books, PublishedVersions published, Clock clock) {
    BookHistory history = new BookHistory(books, published, clock);
    return PollLoop.start("price-book-history", PAUSE, history::copy, history::failed);
  }

  /** Copies what was published since and answers how many versions that were. */
  int copy() {
    long highest = books.read(session -> session.doReturningWork(BookHistory::highest));
    int copied = 0;
    for (Published next : published.after(highest)) {
      boolean isNew =
          books.write(session -> session.doReturningWork(connection -> copy(connection, next)));
      copied += isNew ? 1 : 0;
    }
    return copied;
  }

  private boolean copy(Connection connection, Published next) throws SQLException {
    Manifest manifest = next.manifest();
    Sql.row(connection, ONE_AT_A_TIME, row -> 0);
    if (highest(connection) >= manifest.version()) {
      return false;
    }
    VersionCopy copy = new VersionCopy(connection, next);
    published.changes(manifest.version(), copy::take);
    boolean verified = copy.finish(clock.instant());
    tell(manifest, verified);
    return true;
  }

  private static long highest(Connection connection) throws SQLException {
    return Sql.row(connection, HIGHEST, row -> row.getLong(1)).orElseThrow();
  }

  private void tell(Manifest manifest, boolean verified) {
    log.say(
        "has " + manifest.version(),
        verified
            ? "version %d with %,d values is here; tickets that claim it are checked"
                .formatted(manifest.version(), manifest.count())
            : "version %d is here, but its values are not the %,d that its manifest seals: what was published before the first version in the log is not known here. Tickets that claim it are not checked; publish the whole book once more to make the next version whole"
                .formatted(manifest.version(), manifest.count()));
  }

  private void failed(RuntimeException problem) {
    if (problem instanceof BooksAway) {
      log.say("books away", "the database does not answer. Trying every 1 s");
    } else {
      log.failed(problem, "HQ's broker does not answer", "Trying every 1 s");
    }
  }
}
