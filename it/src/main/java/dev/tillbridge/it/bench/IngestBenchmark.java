package dev.tillbridge.it.bench;

import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.hq.books.Mapped;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.hq.database.EmbeddedDatabase;
import dev.tillbridge.hq.ingest.Admission;
import dev.tillbridge.hq.ingest.Ingest;
import dev.tillbridge.hq.ingest.Posted;
import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Tail;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How fast journal entries become posted books, in turns with COPY of the very rows that came of
 * them into tables of the same shape without triggers.
 */
final class IngestBenchmark implements Benchmark {

  private static final int TICKETS = 6_000;
  private static final int BATCH = 500;
  private static final int TURNS = 3;

  @Override
  public String question() {
    return "how fast does the stream become posted books?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    Samples fresh = new Samples();
    Samples halfDuplicates = new Samples();
    Samples copy = new Samples();
    for (int turn = 0; turn < TURNS; turn++) {
      try (EmbeddedDatabase database =
              EmbeddedDatabase.start(folder.resolve("turn-" + turn), 0, Clock.systemUTC());
          Books books = Books.open(database.address(), Mapped.ROWS)) {
        Ingest ingest =
            new Ingest(books, ChartFile.standard(), Admission.ofAll(), Clock.systemUTC());
        post(ingest, stream(1, TICKETS), new Samples());

        expect(post(ingest, stream(2, TICKETS), fresh), TICKETS, 0);
        copy.add(CopyYardstick.nanosToCopy(database.address(), epoch(2)));
        List<byte[]> mixed = everySecondAgain(stream(3, TICKETS / 2));
        expect(post(ingest, mixed, halfDuplicates), TICKETS / 2, TICKETS / 2);
      }
    }
    double perSecond = perSecond(fresh);
    double copied = perSecond(copy);
    return new Figures()
        .add("tickets_per_s", perSecond, 0, "stored, posted and committed in batches of " + BATCH)
        .add(
            "tickets_per_s_half_duplicates",
            perSecond(halfDuplicates),
            0,
            "messages a second when every second one is a duplicate")
        .add("copy_tickets_per_s", copied, 0, "COPY of the same rows, indexes and no triggers")
        .add("ratio", perSecond / copied, 2, "ingest / COPY (reach: at least 0.25)");
  }

  private static double perSecond(Samples samples) {
    return TICKETS * 1_000 / samples.medianMs();
  }

  private static Posted post(Ingest ingest, List<byte[]> messages, Samples samples) {
    int entries = 0;
    int duplicates = 0;
    long start = System.nanoTime();
    for (int from = 0; from < messages.size(); from += BATCH) {
      Posted posted = ingest.post(messages.subList(from, Math.min(from + BATCH, messages.size())));
      entries += posted.entries();
      duplicates += posted.duplicates();
    }
    samples.add(System.nanoTime() - start);
    return new Posted(entries, entries, duplicates, 0, 0);
  }

  private static void expect(Posted posted, int entries, int duplicates) {
    if (posted.entries() != entries || posted.duplicates() != duplicates) {
      throw new IllegalStateException(
          "Expected %d entries and %d duplicates, got %s.".formatted(entries, duplicates, posted));
    }
  }

  private static long epoch(int number) {
    return 20261122080000L + number;
  }

  private static List<byte[]> stream(int number, int count) {
    SampleEntries sample = new SampleEntries(number);
    Seal seal = Seal.fresh();
    List<byte[]> messages = new ArrayList<>(count);
    Tail tail = new Tail(epoch(number), 0, EntryHash.NONE);
    for (int i = 0; i < count; i++) {
      JournalEntry entry = sample.saleAfter(BenchChain.LANE, tail);
      byte[] bytes = SealedEntry.seal(entry, seal);
      messages.add(bytes);
      tail = new Tail(tail.epoch(), tail.nextSequence(), EntryHash.of(bytes));
    }
    return messages;
  }

  private static List<byte[]> everySecondAgain(List<byte[]> messages) {
    return messages.stream()
        .mapMulti((byte[] message, Consumer<byte[]> out) -> {
          out.accept(message);
          out.accept(message);
        })
        .toList();
  }
}
