package dev.tillbridge.register.lane;

import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.tender.Settlement;
import dev.tillbridge.register.ticket.CardUnderWay;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.joda.money.Money;

/** What is paid on the open ticket; the payment that covers the rest completes it. */
final class Payments {

  private final AtTheTill till;

  Payments(AtTheTill till) {
    this.till = till;
  }

  Optional<Refusal> pay(Tender tender) {
    Optional<Refusal> waiting = cardUnderWay();
    if (waiting.isPresent()) {
      return waiting;
    }
    Money due = till.due();
    if (due.isZero()) {
      return nothingDue();
    }
    if (till.ticket().tenders().size() >= LaneLimits.TENDERS_MAX) {
      return Optional.of(
          new Refusal.NotAllowed(
              "Payment", tender.amount().toString(), LaneLimits.TENDERS_MAX + " on a ticket"));
    }
    return switch (Settlement.of(due, tender, till.profile().tenders().rounding())) {
      case Settlement.TooMuch(Money most) ->
          Optional.of(new Refusal.MoreThanDue(most, tender.amount().abs(), due.isNegative()));
      case Settlement.Part part -> till.change(ticket -> ticket.paying(tender));
      case Settlement.Paid(Tender last, Money change, Money rounding) ->
          till.complete(till.ticket().paying(last).tenders(), change, rounding);
    };
  }

  /** An even exchange, or a ticket whose payments came to all of it, is completed as it is. */
  private Optional<Refusal> nothingDue() {
    OpenTicket ticket = till.ticket();
    boolean settled =
        TicketKind.of(ticket.lines()) == TicketKind.EXCHANGE
            || !ticket.tenders().isEmpty()
            || !ticket.particulars().charges().isEmpty();
    Money nothing = Money.zero(till.profile().currency());
    return settled
        ? till.complete(ticket.tenders(), nothing, nothing)
        : Optional.of(new Refusal.ZeroTotal(ticket.kind()));
  }

  Optional<Refusal> taken() {
    return taken(tender -> true);
  }

  /** Lines stay as they are while a part is paid. */
  Optional<Refusal> taken(Predicate<Tender> counts) {
    List<Money> taken =
        till.ticket().tenders().stream().filter(counts).map(Tender::amount).toList();
    return taken.isEmpty() && till.ticket().card() == null
        ? Optional.empty()
        : Optional.of(
            new Refusal.PaymentsTaken(
                Math.max(1, taken.size()),
                taken.stream().reduce(Money.zero(till.profile().currency()), Money::plus)));
  }

  Optional<Refusal> cardUnderWay() {
    CardUnderWay card = till.ticket().card();
    return card == null
        ? Optional.empty()
        : Optional.of(new Refusal.CardAsked(card.amount().abs()));
  }
}
