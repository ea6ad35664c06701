package dev.tillbridge.it.drill;

import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.invoice.Invoice;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.RungTicket;
import dev.tillbridge.it.reconciliation.HqBooks;
import dev.tillbridge.it.reconciliation.HqDatabase;
import dev.tillbridge.it.reconciliation.LaneJournal;
import dev.tillbridge.it.reconciliation.Reconciliation;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares everything with everything while nothing moves. */
final class Inspection {

  private static final Duration CATCH_UP_MAX = Duration.ofSeconds(180);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final Lanes lanes;
  private final Mischief mischief;
  private final HqRows hq;
  private final HqDatabase database;

  Inspection(Chain chain, Lanes lanes, Mischief mischief, HqRows hq) {
    this.lanes = lanes;
    this.mischief = mischief;
    this.hq = hq;
    this.database = new HqDatabase(chain.folder().connectionProperties());
  }

  /** Waits until HQ has everything, at most {@link #CATCH_UP_MAX}, and looks. */
  Findings look() throws IOException, SQLException {
    long begun = System.nanoTime();
    List<Lanes.Quiet> quiet = lanes.look();
    while (!behind(quiet).isEmpty() && System.nanoTime() - begun < CATCH_UP_MAX.toNanos()) {
      Pause.of(LOOK_EVERY);
      // A register may write a checkpoint when HQ has caught up.
      quiet = lanes.look();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    List<String> wrong = new ArrayList<>(behind(quiet));
    HqBooks books = ours(quiet);
    Reconciliation found =
        Reconciliation.of(
            file(lanes.rung()),
            lanes.receipts(),
            quiet.stream().map(Lanes.Quiet::journal).toList(),
            books);
    ledger(books, wrong);
    drawers(quiet, wrong);
    wrong.addAll(
        hq.chainBreaks(
            quiet.stream().map(lane -> lane.journal().lane()).collect(Collectors.toSet())));
    aside(wrong);
    return new Findings(
        lanes.receipts().size(),
        atHq(books),
        found.lost(),
        found.duplicated(),
        found.altered(),
        wrong,
        seconds);
  }

  /** One line for each stream HQ does not have up to its end. */
  private List<String> behind(List<Lanes.Quiet> quiet) throws IOException {
    Map<String, HqRows.Stream> streams;
    try {
      streams =
          hq.streams().stream()
              .collect(Collectors.toMap(s -> s.lane() + "/" + s.epoch(), stream -> stream));
    } catch (SQLException e) {
      return List.of("HQ's database does not answer: " + e.getMessage());
    }
    List<String> behind = new ArrayList<>();
    for (Lanes.Quiet lane : quiet) {
      LaneJournal journal = lane.journal();
      String name = journal.lane() + "/" + journal.epoch();
      HqRows.Stream stream = streams.get(name);
      long end = journal.lines().isEmpty() ? 0 : journal.lines().getLast().sequence();
      long watermark = stream == null ? 0 : stream.watermark();
      if (watermark != end) {
        behind.add("%s ends at %d, and HQ has it up to %d".formatted(name, end, watermark));
      }
    }
    return behind;
  }

  /** The books without what poison left in streams of its own. */
  private HqBooks ours(List<Lanes.Quiet> quiet) throws IOException, SQLException {
    HqBooks all = database.read();
    Set<String> own = quiet.stream().map(lane -> lane.journal().lane()).collect(Collectors.toSet());
    return new HqBooks(
        all.entries().entrySet().stream()
            .filter(entry -> own.contains(entry.getKey().lane()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        all.tickets(),
        all.ledger());
  }

  private static InvoiceFile file(List<Invoice> rung) {
    return new InvoiceFile(
        rung.stream().mapToInt(invoice -> invoice.rows().size()).sum(),
        rung.size(),
        rung.stream().map(Invoice::net).reduce(BigDecimal.ZERO, BigDecimal::add),
        rung,
        Map.of());
  }

  private static void ledger(HqBooks books, List<String> wrong) {
    HqBooks.Ledger ledger = books.ledger();
    if (ledger.unbalanced() != 0 || ledger.ticketsNotPostedOnce() != 0) {
      wrong.add(
          "%d transactions are out of balance, %d tickets are not posted exactly once"
              .formatted(ledger.unbalanced(), ledger.ticketsNotPostedOnce()));
    }
    if (ledger.postedSales().compareTo(ledger.netOfTickets()) != 0) {
      wrong.add(
          "the ledger has sales of %s and the tickets come to %s"
              .formatted(ledger.postedSales(), ledger.netOfTickets()));
    }
  }

  private void drawers(List<Lanes.Quiet> quiet, List<String> wrong)
      throws IOException, SQLException {
    Map<String, BigDecimal> posted = hq.drawers(ChartFile.standard().drawer());
    for (Lanes.Quiet lane : quiet) {
      LaneState.Drawer drawer = lane.state().drawer();
      BigDecimal cash = drawer == null ? BigDecimal.ZERO : drawer.cash().getAmount();
      BigDecimal ledger = posted.getOrDefault(lane.journal().lane(), BigDecimal.ZERO);
      if (cash.compareTo(ledger) != 0) {
        wrong.add(
            "the drawer of %s should hold %s, and the ledger says %s"
                .formatted(lane.journal().lane(), cash, ledger));
      }
    }
  }

  /** Only the poison is put aside, and all of it. */
  private void aside(List<String> wrong) throws IOException, SQLException {
    Set<String> found = hq.putAside();
    Set<String> unexpected = new HashSet<>(found);
    unexpected.removeAll(mischief.poisoned());
    Set<String> gone = new HashSet<>(mischief.poisoned());
    gone.removeAll(found);
    if (!unexpected.isEmpty()) {
      wrong.add(unexpected.size() + " messages are put aside that are no poison: " + unexpected);
    }
    if (!gone.isEmpty()) {
      wrong.add(gone.size() + " poisonous messages were not kept");
    }
  }

  private int atHq(HqBooks books) {
    int count = 0;
    for (RungTicket receipt : lanes.receipts()) {
      HqBooks.Entry entry =
          books
              .entries()
              .get(new HqBooks.EntryKey(receipt.lane(), receipt.epoch(), receipt.sequence()));
      if (entry != null
          && entry.hash().equals(receipt.hash())
          && entry.hashOfBytes().equals(receipt.hash())) {
        count++;
      }
    }
    return count;
  }
}
