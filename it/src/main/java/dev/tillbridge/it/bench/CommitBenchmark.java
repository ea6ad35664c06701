package dev.tillbridge.it.bench;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A lane's durable append, in turns with a raw forced write of the same bytes and with an untuned
 * broker, all on the same disk.
 */
final class CommitBenchmark implements Benchmark {

  private static final int WARM_UP = 400;
  private static final int TURNS = 40;
  private static final int PER_TURN = 50;
  private static final int STOCK_PER_TURN = 10;
  private static final long RAW_FILE_BYTES = 10L * 1024 * 1024;
  private static final int STOCK_SERVER_ID = 901;

  /** The raw writes are to be as long as the journal's. */
  private final Seal likeOurs = Seal.fresh();

  private final SampleEntries sample = new SampleEntries(1);

  @Override
  public String question() {
    return "how long is a ticket's durable append, against the disk's own limit and a stock broker?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    BenchChain alone = BenchChain.in(Files.createDirectories(folder.resolve("alone")));
    BenchChain linked = BenchChain.in(Files.createDirectories(folder.resolve("linked")));
    Samples commit = new Samples();
    Samples linkedCommit = new Samples();
    Samples raw = new Samples();
    Samples stock = new Samples();
    try (BrokerNode store = BrokerNode.start(linked.store(), Clock.systemUTC());
        BrokerNode aloneNode =
            BrokerNode.start(alone.register(alone.storePort()), Clock.systemUTC());
        BrokerNode linkedNode =
            BrokerNode.start(linked.register(linked.storePort()), Clock.systemUTC());
        BareBroker stockBroker = BareBroker.stock(folder.resolve("stock"), STOCK_SERVER_ID);
        FileChannel file = preallocated(folder.resolve("raw"))) {
      if (store.link().isPresent()) {
        throw new IllegalStateException("The bench's store has nothing above it.");
      }
      rounds(aloneNode.journal(), WARM_UP, new Samples());
      rounds(linkedNode.journal(), WARM_UP, new Samples());
      for (int turn = 0; turn < TURNS; turn++) {
        List<byte[]> written = rounds(aloneNode.journal(), PER_TURN, commit);
        forceEach(file, written, raw);
        rounds(linkedNode.journal(), PER_TURN, linkedCommit);
        sendEach(stockBroker, written.subList(0, STOCK_PER_TURN), stock);
      }
    }
    return new Figures()
        .add("commit_p50_ms", commit.medianMs(), 3, "one lane's durable append")
        .add("commit_p99_ms", commit.percentileMs(0.99), 3, "")
        .add(
            "linked_p50_ms",
            linkedCommit.medianMs(),
            3,
            "the same while a bridge forwards to this disk")
        .add("raw_p50_ms", raw.medianMs(), 3, "write and fdatasync of the same bytes")
        .add("raw_p99_ms", raw.percentileMs(0.99), 3, "")
        .add("stock_p50_ms", stock.medianMs(), 3, "untuned Artemis, durable send of the same bytes")
        .add("ratio_p50", commit.medianMs() / raw.medianMs(), 2, "commit / raw (reach: at most 4)")
        .add(
            "ratio_stock",
            stock.medianMs() / commit.medianMs(),
            2,
            "stock / commit (reach: at least 5)");
  }

  /** Medians, measured in turns. */
  record Ratio(double commitMs, double rawMs) {}

  /** The append against the disk's own limit, and nothing else. */
  Ratio ratio(Path folder) throws Exception {
    BenchChain alone = BenchChain.in(Files.createDirectories(folder));
    Samples commit = new Samples();
    Samples raw = new Samples();
    try (BrokerNode node = BrokerNode.start(alone.register(alone.storePort()), Clock.systemUTC());
        FileChannel file = preallocated(folder.resolve("raw"))) {
      rounds(node.journal(), WARM_UP, new Samples());
      for (int turn = 0; turn < TURNS; turn++) {
        forceEach(file, rounds(node.journal(), PER_TURN, commit), raw);
      }
    }
    return new Ratio(commit.medianMs(), raw.medianMs());
  }

  private List<byte[]> rounds(Journal journal, int count, Samples samples) {
    List<byte[]> written = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      JournalEntry entry = sample.saleAfter(BenchChain.LANE, journal.tail());
      long start = System.nanoTime();
      journal.append(entry);
      samples.add(System.nanoTime() - start);
      written.add(SealedEntry.seal(entry, likeOurs));
    }
    return written;
  }

  private static FileChannel preallocated(Path path) throws Exception {
    FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    ByteBuffer zeros = ByteBuffer.allocate(1024 * 1024);
    while (file.position() < RAW_FILE_BYTES) {
      file.write(zeros.clear());
    }
    file.force(true);
    file.position(0);
    return file;
  }

  private static void forceEach(FileChannel file, List<byte[]> blocks, Samples samples)
      throws Exception {
    for (byte[] block : blocks) {
      if (file.position() + block.length > RAW_FILE_BYTES) {
        file.position(0);
      }
      long start = System.nanoTime();
      file.write(ByteBuffer.wrap(block));
      file.force(false);
      samples.add(System.nanoTime() - start);
    }
  }

  private static void sendEach(BareBroker broker, List<byte[]> blocks, Samples samples)
      throws Exception {
    for (byte[] block : blocks) {
      long start = System.nanoTime();
      broker.send(block);
      samples.add(System.nanoTime() - start);
    }
  }
}
