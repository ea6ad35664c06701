package dev.tillbridge.hq.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.hq.books.Mapped;
import dev.tillbridge.hq.ingest.Admission;
import dev.tillbridge.hq.ingest.BooksUnavailable;
import dev.tillbridge.hq.ingest.Ingest;
import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed, as by a lack of memory, while the stream is being posted. */
class KilledServerTest {

  private static final int ENTRIES = 3_000;
  private static final int BATCH = 50;
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void serverKilledWhilePostingComesBackAndNothingIsLostOrDoubled() throws Exception {
    List<byte[]> all = new LaneTape("S01-R01").sales(new Baskets(23, 2), ENTRIES);
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0, Clock.systemUTC());
        Books books = Books.open(database.address(), Mapped.ROWS)) {
      Ingest ingest = new Ingest(books, ChartFile.standard(), Admission.ofAll(), Clock.systemUTC());
      AtomicInteger done = new AtomicInteger();
      Thread posting =
          Thread.ofPlatform()
              .start(() -> {
                for (int from = 0; from < ENTRIES; from += BATCH) {
                  post(ingest, all.subList(from, from + BATCH));
                  done.addAndGet(BATCH);
                }
              });

      for (int kill = 1; kill <= KILLS; kill++) {
        int at = kill * ENTRIES / (KILLS + 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> done.get() >= at);
        killServer();
        int times = kill;
        await().atMost(Duration.ofSeconds(60)).until(() -> database.restarts() == times);
      }
      posting.join(Duration.ofSeconds(60));

      assertThat(done).hasValue(ENTRIES);
      assertThat(value(books, "select count(*) from ticket")).isEqualTo(ENTRIES);
      assertThat(
              value(
                  books,
                  "select 100 * ((select sum(total) from ticket)"
                      + " - (select sum(amount) from posting where account = '1010'))"))
          .as("pence between tickets and cash in drawers")
          .isZero();
      assertThat(value(books, "select watermark from register_stream")).isEqualTo(ENTRIES);
      assertThat(value(books, "select count(*) from suspense")).isZero();
    }
  }

  /** As the consumer does: the same batch until the books take it. */
  private static void post(Ingest ingest, List<byte[]> batch) {
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(BooksUnavailable.class::isInstance)
        .until(() -> ingest.post(batch) != null);
  }

  private void killServer() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static long value(Books books, String sql) {
    return books.read(session ->
        session.doReturningWork(connection -> {
          try (ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
          }
        }));
  }
}
