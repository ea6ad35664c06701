package dev.tillbridge.it.replay;

import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.invoice.ImpliedBook;
import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.lane.Clerk;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.HqBooks;
import dev.tillbridge.it.reconciliation.HqDatabase;
import dev.tillbridge.it.reconciliation.LaneJournal;
import dev.tillbridge.it.reconciliation.Reconciliation;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** One replay, from an empty data folder to the reconciliation. */
public final class Replay {

  private static final Duration QUIET_WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration BOOK_WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Money FLOAT = Money.of(CurrencyUnit.of("GBP"), new BigDecimal("500.00"));

  private final Order order;
  private final Consumer<String> tell;
  private final long begun = System.nanoTime();

  /**
   * What to do.
   *
   * @param folder an empty one, or one that does not exist
   */
  public record Order(Path folder, InvoiceFile file, Ports ports, int cuts, int kills, long seed) {}

  /**
   * @param tell told what happens, line by line, on any thread
   */
  public Replay(Order order, Consumer<String> tell) {
    this.order = order;
    this.tell = tell;
  }

  /** Does it; the chain is stopped when it returns. */
  public ReplayResult run() throws IOException {
    Files.createDirectories(order.folder());
    ImpliedBook book = ImpliedBook.of(order.file());
    Path bookFile = order.folder().resolve("price-book.csv");
    PriceBookFile.write(book, bookFile);
    try (Chain chain =
        Chain.provision(order.folder(), order.ports(), Duration.ZERO, new SecureRandom())) {
      chain.start();
      say("HQ, store server and %d registers are ready.", chain.registers().size());
      chain.publish(bookFile, "--tax", "STANDARD=20");
      awaitBook(chain, book.items().size());
      say("Both registers have the price book of %,d items.", book.items().size());
      return ring(chain, book.prices());
    }
  }

  private void awaitBook(Chain chain, int items) {
    for (var page : chain.registerPages()) {
      try (Register register = new Register(page)) {
        await(
            "the price book at " + page,
            BOOK_WAIT_MAX,
            () -> {
              LaneState.Book book = register.state().book();
              return book != null && book.items() >= items;
            });
      }
    }
  }

  private ReplayResult ring(Chain chain, Map<String, BigDecimal> prices) throws IOException {
    Progress progress = new Progress();
    Plan plan =
        Plan.of(
            order.seed(),
            order.cuts(),
            order.kills(),
            order.file().sellableRows(),
            new Plan.Shape(chain.links().size(), chain.registers().size()));
    Saboteur saboteur =
        new Saboteur(chain, plan, progress, what -> say("row %,d: %s", progress.rows(), what));
    List<RungTicket> receipts = new ArrayList<>();
    int cuts;
    int kills;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> cutting = threads.submit(guarded(progress, saboteur::cutAll));
      Future<Integer> killing = threads.submit(guarded(progress, saboteur::killAll));
      List<Future<List<RungTicket>>> clerks = new ArrayList<>();
      for (int i = 0; i < chain.registerPages().size(); i++) {
        int lane = i;
        clerks.add(threads.submit(guarded(progress, () -> ringAt(chain, lane, prices, progress))));
      }
      for (Future<List<RungTicket>> clerk : clerks) {
        receipts.addAll(get(clerk));
      }
      progress.finish();
      say("All %,d invoices are rung.", receipts.size());
      cuts = get(cutting);
      kills = get(killing);
    }
    return reconcile(chain, receipts, cuts, kills);
  }

  private List<RungTicket> ringAt(
      Chain chain, int lane, Map<String, BigDecimal> prices, Progress progress) {
    List<RungTicket> receipts = new ArrayList<>();
    try (Register register = new Register(chain.registerPages().get(lane))) {
      Clerk clerk =
          new Clerk(register, signOn(chain.signOns()), prices, FLOAT, row -> progress.rung());
      List<Invoice> invoices = order.file().invoices();
      for (int i = lane; i < invoices.size(); i += chain.registerPages().size()) {
        receipts.add(clerk.ring(invoices.get(i)));
      }
    }
    return receipts;
  }

  private ReplayResult reconcile(Chain chain, List<RungTicket> receipts, int cuts, int kills)
      throws IOException {
    HqDatabase database = new HqDatabase(chain.folder().connectionProperties());
    try {
      List<LaneJournal> journals = awaitQuiet(chain, database);
      HqBooks books = database.read();
      Reconciliation reconciliation = Reconciliation.of(order.file(), receipts, journals, books);
      return new ReplayResult(order.file(), reconciliation, cuts, kills, seconds());
    } catch (SQLException e) {
      throw new IOException("HQ's books cannot be read: " + e.getMessage(), e);
    }
  }

  /** Waits until HQ has as many entries as the journals; goes on without when it never has. */
  private List<LaneJournal> awaitQuiet(Chain chain, HqDatabase database)
      throws IOException, SQLException {
    List<LaneJournal> journals = new ArrayList<>();
    for (var page : chain.registerPages()) {
      journals.add(journal(page, signOn(chain.signOns())));
    }
    long expected = journals.stream().mapToLong(journal -> journal.lines().size()).sum();
    long deadline = System.nanoTime() + QUIET_WAIT_MAX.toNanos();
    long arrived = database.entryCount();
    while (arrived < expected && System.nanoTime() < deadline) {
      sleep();
      arrived = database.entryCount();
    }
    say("The journals hold %,d entries, HQ has %,d.", expected, arrived);
    return journals;
  }

  private static LaneJournal journal(URI page, Clerk.SignOn signOn) {
    try (Register register = new Register(page)) {
      List<LaneJournal> found = new ArrayList<>();
      await(
          "the journal at " + page,
          BOOK_WAIT_MAX,
          () -> {
            LaneState state = new Clerk(register, signOn, Map.of(), FLOAT, row -> {}).ready();
            found.add(new LaneJournal(state.lane(), state.epoch(), register.journalAfter(0)));
            return true;
          });
      return found.getLast();
    }
  }

  private static Clerk.SignOn signOn(SignOns people) {
    return new Clerk.SignOn(people.clerk().id(), people.clerk().secret());
  }

  private interface Condition {
    boolean holds() throws LaneGone;
  }

  private static void await(String what, Duration waitMax, Condition condition) {
    long deadline = System.nanoTime() + waitMax.toNanos();
    String last = "not yet";
    while (System.nanoTime() < deadline) {
      try {
        if (condition.holds()) {
          return;
        }
      } catch (LaneGone e) {
        last = String.valueOf(e.getMessage());
      }
      sleep();
    }
    throw new IllegalStateException(
        "Waited %d s for %s: %s.".formatted(waitMax.toSeconds(), what, last));
  }

  private static <T> Callable<T> guarded(Progress progress, Callable<T> task) {
    return () -> {
      try {
        return task.call();
      } catch (RuntimeException e) {
        progress.abort(e);
        throw e;
      }
    };
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while ringing.", e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting.", e);
    }
  }

  private void say(String format, Object... values) {
    tell.accept("%6.1f s  ".formatted(seconds()) + format.formatted(values));
  }

  private BigDecimal seconds() {
    return BigDecimal.valueOf(Duration.ofNanos(System.nanoTime() - begun).toMillis(), 3)
        .setScale(1, RoundingMode.HALF_UP);
  }
}
