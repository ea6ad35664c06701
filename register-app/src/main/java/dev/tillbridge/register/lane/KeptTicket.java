package dev.tillbridge.register.lane;

import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.ticket.OpenTicket;
import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.OpenTicketStore.NotSaved;
import dev.tillbridge.register.ticket.SavedTicket;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The open ticket, saved at every change so that a power cut does not lose it. */
final class KeptTicket {

  private final OpenTicketStore store;
  private final long epoch;
  private OpenTicket open;
  private final CurrencyUnit currency;
  private @Nullable String problem;
  private @Nullable String anotherBook;

  /** Brings back the saved ticket, unless the journal has an entry that ended it. */
  KeptTicket(OpenTicketStore store, CurrencyUnit currency, long epoch, LaneState state) {
    this.store = store;
    this.currency = currency;
    this.epoch = epoch;
    Optional<SavedTicket> saved = store.load();
    if (saved.isPresent() && !saved.get().isStillOpen(epoch, state.ticketEnded())) {
      store.remove();
      this.open = OpenTicket.EMPTY;
    } else {
      this.open = saved.map(SavedTicket::ticket).orElse(OpenTicket.EMPTY);
    }
  }

  OpenTicket ticket() {
    return open;
  }

  /** Why a power cut would lose it, or why its prices are others now; null when all is well. */
  @Nullable String problem() {
    return problem == null ? anotherBook : problem;
  }

  /** Its book is gone, so it is priced with another one; said until it ends. */
  void replaceBook(OpenTicket repriced, LaneState state, Money before) {
    long gone = open.priceBook();
    change(repriced, state);
    Money after = repriced.totals(currency).total();
    anotherBook =
        "Price book %d, with which this ticket was begun, is no longer on this register. It is priced with price book %d now: %s. Look at the lines before you take the money."
            .formatted(
                gone,
                repriced.priceBook(),
                before.equals(after)
                    ? "the total is the same"
                    : "%s instead of %s".formatted(after, before));
  }

  /**
   * Takes a change. A first line that cannot be saved is refused; a later one is taken, with a
   * warning.
   */
  Optional<Refusal> change(OpenTicket changed, LaneState state) {
    try {
      if (changed.isUntouched()) {
        store.remove();
      } else {
        store.save(new SavedTicket(epoch, state.sequence(), changed));
      }
      problem = null;
    } catch (NotSaved e) {
      if (open.isEmpty()) {
        return Optional.of(new Refusal.TicketNotSaved(String.valueOf(e.getMessage())));
      }
      problem = "A power cut now would lose the last changes. " + e.getMessage();
    }
    open = changed;
    anotherBook = !changed.hasLines() ? null : anotherBook;
    return Optional.empty();
  }

  /** Takes a change only when it is on disk; the ticket as it was stays otherwise. */
  Optional<Refusal> save(OpenTicket changed, LaneState state) {
    try {
      store.save(new SavedTicket(epoch, state.sequence(), changed));
    } catch (NotSaved e) {
      return Optional.of(new Refusal.ChangeNotSaved(String.valueOf(e.getMessage())));
    }
    problem = null;
    open = changed;
    return Optional.empty();
  }

  void clear() {
    open = OpenTicket.EMPTY;
    problem = null;
    anotherBook = null;
    store.remove();
  }
}
