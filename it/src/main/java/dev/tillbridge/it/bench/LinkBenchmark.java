package dev.tillbridge.it.bench;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.model.journal.Journal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How soon a register notices that its link is gone, and how soon a ticket passes when it is back.
 */
final class LinkBenchmark implements Benchmark {

  private static final int CUTS_OF_EACH_KIND = 10;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final long OUTAGE_LEAST_MS = 1_000;
  private static final long OUTAGE_SPREAD_MS = 2_000;

  private final SampleEntries sample = new SampleEntries(1);
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

  @Override
  public String question() {
    return "how soon is a lost link noticed, and how soon does the first ticket pass after it?";
  }

  @Override
  public Figures run(Path folder) throws Exception {
    BenchChain chain = BenchChain.in(folder);
    Samples noticed = new Samples();
    Samples forwarded = new Samples();
    int relayPort = BenchChain.freePort();
    try (BrokerNode store = BrokerNode.start(chain.store(), Clock.systemUTC());
        LinkCutter cutter = LinkCutter.open("bench", relayPort, chain.storePort());
        BrokerNode register = BrokerNode.start(chain.register(relayPort), Clock.systemUTC())) {
      Link link = register.link().orElseThrow();
      Waiting.until("the link comes up", LONGEST, () -> link.status().up());
      for (int i = 0; i < 2 * CUTS_OF_EACH_KIND; i++) {
        outage(i % 2 == 0, cutter, link, register.journal(), store, noticed, forwarded);
      }
    }
    return new Figures()
        .add("noticed_p50_ms", noticed.medianMs(), 0, "from the cut until the register knows")
        .add(
            "noticed_max_ms",
            noticed.maxMs(),
            0,
            "the worst of 10 clean and 10 silent cuts (reach: 3000)")
        .add(
            "first_forward_p50_ms",
            forwarded.medianMs(),
            0,
            "from the link's return to the first ticket at the store")
        .add("first_forward_max_ms", forwarded.maxMs(), 0, "the worst of 20 (reach: 1500)");
  }

  private void outage(
      boolean clean,
      LinkCutter cutter,
      Link link,
      Journal journal,
      BrokerNode store,
      Samples noticed,
      Samples forwarded) {
    if (clean) {
      cutter.cut();
    } else {
      cutter.silentCut();
    }
    long loss = Waiting.until("the loss is noticed", LONGEST, () -> !link.status().up());
    noticed.add(loss);
    journal.append(sample.saleAfter(BenchChain.LANE, journal.tail()));
    long before = store.messageCount(Addresses.TICKETS);
    LockSupport.parkNanos(
        Duration.ofMillis(OUTAGE_LEAST_MS + random.nextLong(OUTAGE_SPREAD_MS)).toNanos());
    cutter.restore();
    long firstForward =
        Waiting.until(
            "the first ticket passes",
            LONGEST,
            () -> store.messageCount(Addresses.TICKETS) > before);
    forwarded.add(firstForward);
    System.out.printf(
        "  %-6s cut: noticed after %5d ms, first ticket %5d ms after the return%n",
        clean ? "clean" : "silent", loss / 1_000_000, firstForward / 1_000_000);
    Waiting.until("the link is up again", LONGEST, () -> link.status().up());
  }
}
