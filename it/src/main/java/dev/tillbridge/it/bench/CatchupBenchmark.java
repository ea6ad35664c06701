package dev.tillbridge.it.bench;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.reconciliation.HqDatabase;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after an outage HQ's books hold everything: registers' brokers in this process, store
 * server and HQ in processes of their own.
 */
final class CatchupBenchmark implements Benchmark {

  private static final int REGISTERS = 20;
  private static final int ONE_WAITING = 1_000;
  private static final int EACH_WAITING = 2_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  @Override
  public String question() {
    return "how long after an outage do HQ's books hold everything that was rung during it?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    double one = seconds(folder.resolve("one"), 1, ONE_WAITING);
    double all = seconds(folder.resolve("twenty"), REGISTERS, EACH_WAITING);
    CommitBenchmark.Ratio commit = new CommitBenchmark().ratio(folder.resolve("commit"));
    return new Figures()
        .add("one_register_1000_s", one, 2, "1,000 tickets of one register (reach: 5)")
        .add("twenty_registers_40000_s", all, 1, "2,000 of each of 20 registers (reach: 60)")
        .add(
            "twenty_registers_per_s",
            REGISTERS * EACH_WAITING / all,
            0,
            "tickets a second, cut link to posted books")
        .add("commit_p50_ms", commit.commitMs(), 3, "a ticket's append, chained and signed")
        .add("raw_p50_ms", commit.rawMs(), 3, "write and fdatasync of the same bytes")
        .add(
            "commit_ratio_p50",
            commit.commitMs() / commit.rawMs(),
            2,
            "append / raw (reach: at most 4)");
  }

  private static double seconds(Path folder, int registers, int waiting) throws Exception {
    SecureRandom random = new SecureRandom();
    Ports ports = Ports.free(random, Math.max(2, registers));
    List<BrokerNode> nodes = new ArrayList<>();
    try (Chain chain = Chain.provision(folder, ports, Duration.ZERO, random)) {
      chain.startAbove();
      chain.links().forEach(LinkCutter::cut);
      for (int i = 0; i < registers; i++) {
        Path settings = chain.folder().registerSettings(ChainFolder.register(i));
        nodes.add(
            BrokerNode.start(NodeSettings.register(Settings.read(settings)), Clock.systemUTC()));
      }
      ringAll(nodes, waiting);
      HqDatabase database = new HqDatabase(chain.folder().connectionProperties());
      long start = System.nanoTime();
      chain.links().forEach(LinkCutter::restore);
      awaitPosted(database, (long) registers * waiting);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      nodes.forEach(BrokerNode::close);
    }
  }

  private static void ringAll(List<BrokerNode> nodes, int count) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
      List<Future<?>> lanes = new ArrayList<>();
      for (int i = 0; i < nodes.size(); i++) {
        SampleEntries sample = new SampleEntries(i);
        Journal journal = nodes.get(i).journal();
        lanes.add(threads.submit(() -> ring(journal, sample, count)));
      }
      for (Future<?> lane : lanes) {
        lane.get();
      }
    }
  }

  private static void ring(Journal journal, SampleEntries sample, int count) {
    for (int i = 0; i < count; i++) {
      journal.append(sample.saleAfter(journal.lane(), journal.tail()));
    }
  }

  private static void awaitPosted(HqDatabase database, long entries)
      throws IOException, SQLException {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (database.entryCount() < entries) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "After %d s HQ has %d of %d entries."
                .formatted(LONGEST.toSeconds(), database.entryCount(), entries));
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }
}
