package dev.tillbridge.it.drill;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.lane.Clerk;
import dev.tillbridge.it.lane.JournalLine;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.LaneJournal;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The clerks, each ringing at a lane of its own until the drill ends. */
final class Lanes implements AutoCloseable {

  private static final Money FLOAT = Money.of(CurrencyUnit.of("GBP"), new BigDecimal("150.00"));
  private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(90);
  private static final Duration BETWEEN_CUSTOMERS = Duration.ofMillis(60);

  private final List<URI> pages;
  private final Clerk.SignOn signOn;
  private final Map<String, BigDecimal> prices;
  private final Gate gate;
  private final List<RungTicket> receipts = new CopyOnWriteArrayList<>();
  private final List<Invoice> rung = new CopyOnWriteArrayList<>();
  private final Map<String, LaneJournal> journals = new LinkedHashMap<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();

  /** What a lane is at a quiet point. */
  record Quiet(LaneState state, LaneJournal journal) {}

  Lanes(Chain chain, Map<String, BigDecimal> prices) {
    SignOns.Person clerk = chain.signOns().clerk();
    this.pages = chain.registerPages();
    this.signOn = new Clerk.SignOn(clerk.id(), clerk.secret());
    this.prices = prices;
    this.gate = new Gate(pages.size());
  }

  void start(InvoiceFile pool, long seed) {
    for (int i = 0; i < pages.size(); i++) {
      int lane = i;
      Baskets baskets = new Baskets(pool, "D" + (i + 1), seed * 31 + i);
      threads.add(Thread.ofPlatform().name("lane-" + (i + 1)).start(() -> ring(lane, baskets)));
    }
  }

  private void ring(int lane, Baskets baskets) {
    try (Register register = new Register(pages.get(lane))) {
      Clerk clerk = new Clerk(register, signOn, prices, FLOAT, row -> {});
      while (gate.pass()) {
        Invoice invoice = baskets.next();
        rung.add(invoice);
        receipts.add(clerk.ring(invoice));
        Thread.sleep(BETWEEN_CUSTOMERS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    } finally {
      gate.leave();
    }
  }

  /** Returns when every clerk has finished the ticket in hand and waits. */
  void hold() throws InterruptedException {
    gate.holdAll();
    rethrow();
  }

  void goOn() {
    gate.open();
  }

  /** Every lane's state, and its journal as far as it was ever seen. */
  List<Quiet> look() {
    List<Quiet> lanes = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      lanes.add(look(pages.get(i), ChainFolder.lane(ChainFolder.register(i))));
    }
    return lanes;
  }

  private Quiet look(URI page, String lane) {
    long deadline = System.nanoTime() + ANSWER_WAIT_MAX.toNanos();
    try (Register register = new Register(page)) {
      while (true) {
        try {
          LaneState state = new Clerk(register, signOn, prices, FLOAT, row -> {}).ready();
          LaneJournal known = journals.get(lane);
          List<JournalLine> lines = new ArrayList<>(known == null ? List.of() : known.lines());
          lines.addAll(register.journalAfter(lines.isEmpty() ? 0 : lines.getLast().sequence()));
          LaneJournal journal = new LaneJournal(state.lane(), state.epoch(), lines);
          journals.put(lane, journal);
          return new Quiet(register.state(), journal);
        } catch (LaneGone e) {
          if (System.nanoTime() > deadline) {
            throw new IllegalStateException(lane + " does not answer: " + e.getMessage(), e);
          }
          Pause.of(Duration.ofMillis(200));
        }
      }
    }
  }

  /** Closes and opens each drawer, so that sessions are counted in the middle of it all. */
  void countDrawers() {
    for (URI page : pages) {
      try (Register register = new Register(page)) {
        LaneState state = new Clerk(register, signOn, prices, FLOAT, row -> {}).ready();
        LaneState.Drawer drawer = state.drawer();
        if (drawer != null && state.ticket().lines().isEmpty()) {
          register.command(
              "/drawer/close", Map.of("counted", drawer.cash().getAmount().abs().toPlainString()));
        }
      } catch (LaneGone e) {
        throw new IllegalStateException("A quiet lane does not answer: " + e.getMessage(), e);
      }
    }
  }

  /** All tickets a register said it has completed. */
  List<RungTicket> receipts() {
    return List.copyOf(receipts);
  }

  /** All baskets whose ringing was begun and, at a quiet point, finished. */
  List<Invoice> rung() {
    return List.copyOf(rung);
  }

  private void rethrow() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("A lane stopped: " + failed.getMessage(), failed);
    }
  }

  @Override
  public void close() {
    gate.end();
    for (Thread thread : threads) {
      thread.interrupt();
    }
  }
}
