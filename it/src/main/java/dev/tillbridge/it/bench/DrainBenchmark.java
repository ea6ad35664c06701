package dev.tillbridge.it.bench;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a backlog goes from a register to its store, in turns with a bare bridge of the same
 * bytes at the same journal timeout.
 */
final class DrainBenchmark implements Benchmark {

  private static final int BACKLOG = 20_000;
  private static final int TURNS = 3;
  private static final int BARE_JOURNAL_TIMEOUT_NANOS = 150_000;
  private static final int FIRST_SERVER_ID = 910;
  private static final Duration LONGEST = Duration.ofMinutes(3);

  @Override
  public String question() {
    return "how fast does a backlog of " + BACKLOG + " tickets reach the store?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    Samples product = new Samples();
    Samples bare = new Samples();
    for (int turn = 0; turn < TURNS; turn++) {
      List<byte[]> backlog = new ArrayList<>(BACKLOG);
      product.add(drainRegister(folder.resolve("register-" + turn), turn, backlog));
      bare.add(drainBare(folder.resolve("bare-" + turn), turn, backlog));
    }
    double drain = BACKLOG * 1_000 / product.medianMs();
    double yardstick = BACKLOG * 1_000 / bare.medianMs();
    return new Figures()
        .add(
            "drain_per_s",
            drain,
            0,
            "tickets a second, register to store (median of " + TURNS + ")")
        .add("bare_per_s", yardstick, 0, "the same bytes over a bare Artemis bridge")
        .add("ratio", drain / yardstick, 2, "drain / bare (reach: at least 0.8)");
  }

  private static long drainRegister(Path folder, int seed, List<byte[]> backlog) throws Exception {
    BenchChain chain = BenchChain.in(Files.createDirectories(folder));
    SampleEntries sample = new SampleEntries(seed);
    Seal seal = Seal.fresh();
    try (BrokerNode register =
        BrokerNode.start(chain.register(chain.storePort()), Clock.systemUTC())) {
      for (int i = 0; i < BACKLOG; i++) {
        var entry = sample.saleAfter(BenchChain.LANE, register.journal().tail());
        register.journal().append(entry);
        backlog.add(SealedEntry.seal(entry, seal));
      }
      try (BrokerNode store = BrokerNode.start(chain.store(), Clock.systemUTC())) {
        return fromFirstToLast(() -> store.messageCount(Addresses.TICKETS));
      }
    }
  }

  private static long drainBare(Path folder, int turn, List<byte[]> backlog) throws Exception {
    int port = BenchChain.freePort();
    int serverId = FIRST_SERVER_ID + 2 * turn;
    try (BareBroker source =
        BareBroker.source(folder.resolve("source"), serverId, port, BARE_JOURNAL_TIMEOUT_NANOS)) {
      for (byte[] bytes : backlog) {
        source.send(bytes);
      }
      try (BareBroker target =
          BareBroker.target(
              folder.resolve("target"), serverId + 1, port, BARE_JOURNAL_TIMEOUT_NANOS)) {
        return fromFirstToLast(target::messageCount);
      }
    }
  }

  private interface Count {
    long now();
  }

  /** Nanoseconds from the first message's arrival to the last one's. */
  private static long fromFirstToLast(Count arrived) {
    long before = Waiting.until("the first ticket arrives", LONGEST, () -> arrived.now() > 0);
    long start = System.nanoTime();
    long early = arrived.now();
    Waiting.until("all tickets arrive", LONGEST, () -> arrived.now() >= BACKLOG);
    long nanos = System.nanoTime() - start;
    if (before < 0 || nanos <= 0 || early >= BACKLOG) {
      throw new IllegalStateException("The backlog arrived before it could be timed.");
    }
    return (long) (nanos * (BACKLOG / (double) (BACKLOG - early)));
  }
}
