package dev.tillbridge.it.drill;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.link.LinkCutter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One drill, from an empty folder to its result. */
public final class Drill {

  private static final Duration BETWEEN_QUIET_POINTS = Duration.ofMinutes(1);

  private final Order order;
  private final Consumer<String> tell;
  private final long begun = System.nanoTime();

  /**
   * What to do.
   *
   * @param folder an empty one, or one that does not exist
   * @param pool invoices whose rows the lanes ring
   */
  public record Order(
      Path folder, InvoiceFile pool, int registers, Duration length, int faults, long seed) {}

  /**
   * @param tell told what happens, line by line, on any thread
   */
  public Drill(Order order, Consumer<String> tell) {
    this.order = order;
    this.tell = tell;
  }

  /** Does it; everything is stopped when it returns. */
  DrillResult run() throws IOException, SQLException, InterruptedException {
    Files.createDirectories(order.folder());
    Ports ports = Ports.free(new SecureRandom(), order.registers());
    try (DiskRoom room = DiskRoom.make(order.folder(), this::say)) {
      try (Chain chain =
          Chain.provision(
              order.folder(),
              ports,
              DrillPlacement.of(ports, room.disk()),
              DrilledRegister.class.getName(),
              Duration.ZERO,
              new SecureRandom())) {
        chain.start();
        ImpliedPrices prices = ImpliedPrices.publish(chain, order.pool(), order.folder());
        say("HQ, store server and %d registers are ready.", order.registers());
        return drill(chain, ports, prices, room.small());
      }
    }
  }

  private DrillResult drill(
      Chain chain, Ports ports, ImpliedPrices prices, @Nullable SmallDisk smallDisk)
      throws IOException, SQLException, InterruptedException {
    Set<FaultKind> kinds = EnumSet.allOf(FaultKind.class);
    if (smallDisk == null) {
      kinds.remove(FaultKind.DISK_FULL);
    }
    Schedule schedule = Schedule.of(order.seed(), order.faults(), order.length(), kinds);
    HqRows hq = new HqRows(chain.folder());
    List<Findings> quietPoints = new ArrayList<>();
    try (Injection injection = new Injection(chain, ports.hqBroker());
        Lanes lanes = new Lanes(chain, prices.prices())) {
      Mischief mischief = new Mischief(chain, injection, hq, smallDisk, what -> say("%s", what));
      Inspection inspection = new Inspection(chain, lanes, mischief, hq);
      lanes.start(order.pool(), order.seed());
      Duration from = Duration.ZERO;
      while (from.compareTo(order.length()) < 0) {
        Duration to = min(from.plus(BETWEEN_QUIET_POINTS), order.length());
        disturb(schedule.between(from, to), from, to, mischief);
        lanes.hold();
        chain.links().forEach(LinkCutter::restore);
        Findings found = inspection.look();
        quietPoints.add(found);
        report(found);
        lanes.countDrawers();
        lanes.goOn();
        from = to;
      }
      long requests = hq.streams().stream().mapToLong(HqRows.Stream::requests).sum();
      return new DrillResult(quietPoints, mischief.done(), requests, order.seed());
    }
  }

  /** Carries out these faults at their moments; all are over when it returns. */
  private void disturb(List<Fault> faults, Duration from, Duration to, Mischief mischief)
      throws InterruptedException {
    long zero = System.nanoTime() - from.toNanos();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (Fault fault : faults) {
        sleepUntil(zero + fault.at().toNanos());
        running.add(
            threads.submit(() -> {
              mischief.carryOut(fault);
              return null;
            }));
      }
      sleepUntil(zero + to.toNanos());
      for (Future<?> fault : running) {
        fault.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A fault failed: " + e.getMessage(), e);
    }
  }

  private void report(Findings found) {
    say(
        "quiet: %,d receipts, %,d at HQ, caught up in %.1f s: %s",
        found.receipts(),
        found.atHq(),
        found.catchUpSeconds(),
        found.clean() ? "nothing lost, doubled or altered" : "NOT CLEAN");
    found.lost().forEach(what -> say("  lost: %s", what));
    found.duplicated().forEach(what -> say("  duplicated: %s", what));
    found.altered().forEach(what -> say("  altered: %s", what));
    found.wrong().forEach(what -> say("  wrong: %s", what));
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    long left = nanoTime - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(left));
    }
  }

  private void say(String format, Object... values) {
    tell.accept(
        "%6.1f s  ".formatted((System.nanoTime() - begun) / 1e9) + format.formatted(values));
  }
}
