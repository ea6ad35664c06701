package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.Receipt;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Counter.Paper;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.receipt.ReceiptLayout;
import dev.tillbridge.register.receipt.SlipLayout;
import dev.tillbridge.register.words.PaperWord;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the counter does for a ticket that is in the journal. */
final class Receipts {

  /** Hears on the counter's thread what became of a ticket's receipt. */
  interface PaperDone {
    void accept(long sequence, Paper paper);
  }

  private static final Paper FROM_BEFORE_THE_START =
      new Paper(
          false,
          "Completed before this register was started: print a copy if the customer has no receipt.");

  private final Counter counter;
  private final ReceiptLayout layout;
  private final PaperDone paperDone;
  private Paper last = FROM_BEFORE_THE_START;

  Receipts(Counter counter, ReceiptLayout layout, PaperDone paperDone) {
    this.counter = counter;
    this.layout = layout;
    this.paperDone = paperDone;
  }

  /** What came of the last ticket's receipt. */
  Paper last() {
    return last;
  }

  /** A receipt came out or did not; it is of no interest once there is a later ticket. */
  void done(long sequence, Paper result, LaneState state) {
    StoredEntry newest = state.last();
    if (newest != null && newest.entry().id().sequence() == sequence) {
      last = result;
    }
  }

  /** Has the drawer kicked, the change shown and the receipt printed; returns at once. */
  void first(JournalEntry entry, Ticket ticket, LaneState state, Map<String, String> units) {
    boolean taken =
        counter.complete(
            layout.of(entry, ticket, units, false, leftOn(ticket, state)),
            display(PaperWord.TOTAL, ticket.total()),
            ticket.total().isNegative()
                ? display(PaperWord.TO_CUSTOMER, ticket.total().negated())
                : display(PaperWord.CHANGE, ticket.change()),
            paper -> paperDone.accept(entry.id().sequence(), paper));
    last =
        taken
            ? Paper.IN_PRINTING
            : new Paper(false, new Refusal.PrinterBusy(counter.waiting()).message());
  }

  private String display(PaperWord word, Money amount) {
    return CustomerDisplay.amount(word, amount, layout.words());
  }

  /** Has a paper printed that is no ticket's receipt. */
  void paper(Receipt paper) {
    counter.slip(paper, false);
  }

  /** Has what an entry besides tickets gives printed, and the drawer kicked for it, if anything. */
  void slip(JournalEntry entry) {
    SlipLayout.of(layout, entry).ifPresent(slip -> counter.slip(slip.paper(), slip.opensDrawer()));
  }

  /** Has the last ticket's receipt printed again, marked as a copy; returns at once. */
  Optional<Refusal> copy(LaneState state, Function<Ticket, Map<String, String>> units) {
    StoredEntry newest = state.last();
    Ticket ticket = state.lastTicket();
    if (newest == null || ticket == null) {
      return Optional.of(new Refusal.NothingToReprint());
    }
    boolean taken =
        counter.print(
            layout.of(newest.entry(), ticket, units.apply(ticket), true, leftOn(ticket, state)),
            paper -> paperDone.accept(newest.entry().id().sequence(), paper));
    if (!taken) {
      return Optional.of(new Refusal.PrinterBusy(counter.waiting()));
    }
    last = Paper.IN_PRINTING;
    return Optional.empty();
  }

  /** Has the goods of the last ticket printed without their prices; returns at once. */
  Optional<Refusal> gift(LaneState state, Function<Ticket, Map<String, String>> units) {
    StoredEntry newest = state.last();
    Ticket ticket = state.lastTicket();
    if (newest == null || ticket == null) {
      return Optional.of(new Refusal.NothingToReprint());
    }
    if (ticket.lines().stream().noneMatch(line -> line.quantity().signum() > 0)) {
      return Optional.of(new Refusal.NoPresent(ticket.number()));
    }
    boolean taken =
        counter.print(layout.gift(newest.entry(), ticket, units.apply(ticket)), paper -> {});
    return taken ? Optional.empty() : Optional.of(new Refusal.PrinterBusy(counter.waiting()));
  }

  /** What is still to be paid on the document that a ticket paid on; null when it did not. */
  private static @Nullable Money leftOn(Ticket ticket, LaneState state) {
    DocumentStep step = ticket.document();
    return step == null
        ? null
        : state.open().document(step.number()).map(Document::balance).orElse(null);
  }
}
