package dev.tillbridge.register.lane;

import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.TicketChange.Changed;
import dev.tillbridge.register.lane.TicketChange.NotChanged;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.pricing.DiscountLimits;
import dev.tillbridge.register.pricing.LineChange;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.returns.WithoutReceipt;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries out a rule on the open ticket: all its lines are priced anew, and the limits looked at.
 */
public final class PricedTicket {

  /** What a command does to the open ticket; empty pricing means that there is no book at all. */
  public interface Rule {
    TicketChange change(OpenTicket ticket, Optional<TicketPricing> pricing);
  }

  private final TicketPrices prices;
  private final DiscountLimits limits;
  private final OperatorRole blindReturns;

  PricedTicket(TicketPrices prices, LaneProfile profile) {
    this.prices = prices;
    this.limits = profile.limits();
    this.blindReturns = profile.tenders().blindReturns();
  }

  TicketChange changed(OpenTicket before, Rule rule, Operator operator) {
    return changed(before, rule, after -> within(before, after, operator));
  }

  /** The same when what was taken off by hand was allowed before: limits are not looked at. */
  TicketChange allowed(OpenTicket before, Rule rule) {
    return changed(before, rule, Changed::new);
  }

  private TicketChange changed(
      OpenTicket before, Rule rule, Function<OpenTicket, TicketChange> limited) {
    try {
      Optional<TicketPricing> pricing = prices.of(before);
      return switch (rule.change(before, pricing)) {
        case NotChanged refused -> refused;
        case Changed(OpenTicket changed) when !changed.hasLines() -> new Changed(changed);
        case Changed(OpenTicket changed) ->
            pricing
                .map(with -> limited.apply(priced(changed, with)))
                .orElseGet(() -> new NotChanged(new Refusal.NoPriceBook()));
      };
    } catch (IllegalStateException e) {
      return new NotChanged(new Refusal.BookDamaged(String.valueOf(e.getMessage())));
    }
  }

  private static OpenTicket priced(OpenTicket changed, TicketPricing pricing) {
    TicketPricing asked =
        changed.pricing() == null
            ? pricing
            : new TicketPricing(pricing.book(), changed.pricing(), pricing.event());
    return asked.priced(changed);
  }

  private TicketChange within(OpenTicket before, OpenTicket after, Operator operator) {
    return WithoutReceipt.refused(operator, blindReturns, LineChange.between(before, after))
        .or(() -> limits.exceeded(operator, before, after).map(each -> tooMuch(operator, each)))
        .<TicketChange>map(NotChanged::new)
        .orElseGet(() -> new Changed(after));
  }

  private static Refusal tooMuch(Operator operator, DiscountLimits.Exceeded exceeded) {
    TicketLine line = exceeded.line();
    return new Refusal.DiscountTooHigh(
        operator.name(),
        operator.role(),
        exceeded.percent(),
        line.name(),
        exceeded.taken(),
        exceeded.allowed(),
        exceeded.ofAll(),
        exceeded.ofTicket());
  }
}
