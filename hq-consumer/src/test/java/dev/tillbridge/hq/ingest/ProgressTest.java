package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How far HQ can say that it has everything. */
class ProgressTest {

  private final TestBooks books = new TestBooks();
  private final Ingest ingest = books.ingest();
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(4, 2);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void watermarkStopsAtAGapAndJumpsOverWhatWasHeldWhenItCloses() {
    List<byte[]> all = tape.sales(baskets, 2_500);

    ingest.post(all.subList(0, 10));
    ingest.post(all.subList(11, 600));
    ingest.post(all.subList(600, 2_500));
    String before = progress();
    ingest.post(all.subList(10, 11));

    assertThat(before).startsWith("10 ");
    assertThat(progress()).isEqualTo("2500 " + tape.head().hex());
  }

  @Test
  void watermarkReachesTheEndWhateverTheOrderAndHoweverManyPost() throws Exception {
    List<byte[]> all = new ArrayList<>(tape.sales(baskets, 1_500));
    all.addAll(all.subList(0, 300));
    Collections.shuffle(all, new Random(17));
    List<Callable<Posted>> work = new ArrayList<>();
    for (int from = 0; from < all.size(); from += 100) {
      List<byte[]> batch = all.subList(from, Math.min(from + 100, all.size()));
      work.add(() -> ingest.post(batch));
    }

    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    }

    assertThat(progress()).isEqualTo("1500 " + tape.head().hex());
    assertThat(books.value("select duplicates from register_stream")).isEqualTo("300");
  }

  @Test
  void entryThatDoesNotFollowTheOneBeforeItEndsProgress() {
    ingest.post(tape.sales(baskets, 3));
    JournalEntry stray =
        new JournalEntry(
            new EntryId(tape.lane(), tape.epoch(), 4),
            LaneTape.DAY,
            Instant.parse("2026-11-20T09:00:00Z"),
            "ann",
            EntryHash.of(new byte[] {1}),
            new EntryBody.DrawerOpened(1, Money.parse("GBP 10.00")));

    Posted posted = ingest.post(List.of(tape.sealed(stray)));

    assertThat(posted.entries()).as("posted all the same").isEqualTo(1);
    assertThat(books.value("select watermark || ' ' || broken_at from register_stream"))
        .isEqualTo("3 4");
  }

  @Test
  void heartbeatTellsHowFarTheRegisterIsAndHowItFeels() {
    List<byte[]> sales = tape.sales(baskets, 3);
    ingest.post(sales.subList(0, 2));

    Posted posted = ingest.post(List.of(tape.heartbeat(), tape.heartbeat()));

    assertThat(posted).isEqualTo(new Posted(0, 0, 0, 0, 0, 2, 0));
    assertThat(books.value("select watermark || ' ' || announced from register_stream"))
        .isEqualTo("2 3");
    assertThat(books.value("select announced_head from register_stream"))
        .isEqualTo(tape.head().hex());
    assertThat(
            books.value(
                "select sequence || ' ' || disk_level || ' ' || clock_offset_ms"
                    + " from register_health"))
        .isEqualTo("3 AMPLE 12");
    assertThat(books.count("entry")).isEqualTo(2);
  }

  @Test
  void heartbeatWithAnotherKeyIsIgnored() {
    ingest.post(tape.sales(baskets, 1));

    Posted posted = ingest.post(List.of(new LaneTape("S01-R01").heartbeat()));

    assertThat(posted.ignored()).isEqualTo(1);
    assertThat(books.count("register_health")).isZero();
    assertThat(books.count("suspense")).isZero();
  }

  @Test
  void highestTicketAndSessionOfALifeAreRemembered() {
    ingest.post(tape.sales(baskets, 5));
    ingest.post(List.of(tape.opened(Money.parse("GBP 10.00"))));

    assertThat(books.value("select last_ticket || ' ' || last_session from register_stream"))
        .isEqualTo("5 1");
  }

  private String progress() {
    return books.value("select watermark || ' ' || watermark_head from register_stream");
  }
}
