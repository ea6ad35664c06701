package dev.tillbridge.register.lane;

import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open ticket: priced and saved at each change, with its price book kept until it ends. */
final class TicketInHand {

  private static final Logger log = LoggerFactory.getLogger(TicketInHand.class);

  private final LaneProfile profile;
  private final DiskRoom room;
  private final Supplier<LaneState> state;
  private final KeptTicket kept;
  private final TicketPrices prices;
  private final PricedTicket priced;

  /** Brings back the ticket that was open, priced with another book if its own is gone. */
  TicketInHand(
      LaneParts parts,
      LaneProfile profile,
      long epoch,
      LaneClock clock,
      DiskRoom room,
      Supplier<LaneState> state) {
    this.profile = profile;
    this.room = room;
    this.state = state;
    this.kept = new KeptTicket(parts.openTickets(), profile.currency(), epoch, state.get());
    this.prices =
        new TicketPrices(
            parts.priceBooks(),
            clock,
            parts.journal().lane().store(),
            () -> state.get().open().event());
    this.priced = new PricedTicket(prices, profile);
    priceWithAnotherBookIfGone();
    prices.keepFor(ticket());
  }

  OpenTicket ticket() {
    return kept.ticket();
  }

  Money total() {
    return ticket().totals(profile.currency()).total();
  }

  /** Why a power cut would lose it, or why its prices are others now; null when all is well. */
  @Nullable String problem() {
    return kept.problem();
  }

  /** What the quantities of these items count. */
  Map<String, String> units(List<TicketLine> lines) {
    return prices.units(lines);
  }

  /** With what a ticket begun now would be priced. */
  Optional<TicketPricing> pricing() {
    return prices.of(OpenTicket.EMPTY);
  }

  /** Changes the lines within the limits of a person. */
  Optional<Refusal> ring(PricedTicket.Rule rule, Operator by) {
    priceWithAnotherBookIfGone();
    return take(priced.changed(ticket(), rule, by));
  }

  /** Why {@link #ring} would be refused. */
  Optional<Refusal> refusal(PricedTicket.Rule rule, Operator by) {
    return priced.changed(ticket(), rule, by) instanceof TicketChange.NotChanged(Refusal why)
        ? Optional.of(why)
        : Optional.empty();
  }

  /** Changes the lines when what was given by hand was allowed before. */
  Optional<Refusal> ringAllowed(PricedTicket.Rule rule) {
    return take(priced.allowed(ticket(), rule));
  }

  private Optional<Refusal> take(TicketChange change) {
    return switch (change) {
      case TicketChange.NotChanged(Refusal refusal) -> Optional.of(refusal);
      case TicketChange.Changed(OpenTicket changed) -> change(before -> changed);
    };
  }

  /** Changes it without pricing it again. */
  Optional<Refusal> change(UnaryOperator<OpenTicket> change) {
    OpenTicket changed = change.apply(ticket());
    boolean begins = ticket().isEmpty() && !changed.isEmpty();
    Optional<Refusal> refusal =
        (begins ? room.noneFor("ticket") : Optional.<Refusal>empty())
            .or(() -> kept.change(changed, state.get()));
    prices.keepFor(ticket());
    return refusal;
  }

  /** As {@link #change}, and refused when a power cut could still lose it. */
  Optional<Refusal> save(UnaryOperator<OpenTicket> change) {
    return kept.save(change.apply(ticket()), state.get());
  }

  void end() {
    kept.clear();
    prices.keepFor(ticket());
  }

  /** The open ticket's book is kept until it ends; should it be gone all the same, this is said. */
  private void priceWithAnotherBookIfGone() {
    OpenTicket before = ticket();
    if (!before.hasLines() || before.particulars().document() != null) {
      return; // what was agreed for a document stays
    }
    try {
      prices
          .of(before)
          .filter(pricing -> pricing.version() != before.priceBook())
          .ifPresent(pricing -> kept.replaceBook(pricing.priced(before), state.get(), total()));
    } catch (IllegalStateException e) {
      log.warn("The open ticket stays as price book {} priced it.", before.priceBook(), e);
    }
  }
}
