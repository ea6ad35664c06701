package dev.tillbridge.register.card;

import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardAnswer;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.card.CardTold.Why;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.tender.Settlement;
import dev.tillbridge.register.ticket.CardUnderWay;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Optional;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes down what the terminal answered about the payment under way.
 *
 * @param asked with its sign, as it was asked
 * @param approval who said yes, should the answer be yes
 * @param tell what the clerk is told
 */
record CardAnswered(
    String key, Money asked, CardAnswer answer, CardApproval approval, Consumer<CardTold> tell)
    implements TillCommand {

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  /** The ticket it completed, when the write that did so was in doubt. */
  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.TicketCompleted completed
        && completed.ticket().tenders().stream()
            .anyMatch(
                tender -> tender instanceof Tender.Card card && card.card().key().equals(key));
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    CardUnderWay underWay = till.ticket().card();
    if (underWay == null || !underWay.key().equals(key)) {
      return new TakeBack(key, asked, "The ticket did not wait for it any more.").carryOut(till);
    }
    Money amount = asked.abs();
    return switch (answer) {
      case CardAnswer.Approved(Money moved, String code, Card card, String reference) ->
          paid(till, moved, code, card);
      case CardAnswer.PartlyApproved(
              Money whole,
              Money moved,
              String code,
              Card card,
              String reference) ->
          paid(till, moved, code, card);
      case CardAnswer.Declined(String reason) -> without(till, new CardTold.Declined(amount));
      case CardAnswer.Referral(String reason) -> told(new CardTold.CallForCode(amount));
      case CardAnswer.Unknown(String message) ->
          new TakeBack(key, asked, message)
              .carryOut(till)
              .or(() -> told(new CardTold.NotPossible(amount, Why.UNKNOWN)));
      case CardAnswer.Unavailable(String message, String next, @Nullable Card card) ->
          withoutBank(till, card);
    };
  }

  private Optional<Refusal> paid(AtTheTill till, Money moved, String code, Card card) {
    Money signed = asked.isNegative() ? moved.negated() : moved;
    CardPayment payment =
        new CardPayment(
            key,
            card.scheme(),
            card.masked(),
            card.token(),
            approval,
            code.isBlank() ? null : code);
    Tender.Card tender = new Tender.Card(signed, payment);
    Money left = till.due().minus(signed).abs();
    CardTold told =
        moved.equals(asked.abs())
            ? new CardTold.Approved(moved)
            : new CardTold.PartlyApproved(moved, left);
    return taken(till, tender, told);
  }

  private Optional<Refusal> withoutBank(AtTheTill till, @Nullable Card card) {
    Money amount = asked.abs();
    if (card == null || card.token().isBlank()) {
      return without(till, new CardTold.NotPossible(amount, Why.NO_CARD));
    }
    Optional<Why> against =
        OfflineLimits.against(
            asked,
            till.ticket(),
            till.state().open().cards(),
            till.profile().tenders().cards(),
            till.clock().now());
    if (against.isPresent()) {
      return without(till, new CardTold.NotPossible(amount, against.get()));
    }
    CardPayment payment =
        new CardPayment(
            key, card.scheme(), card.masked(), card.token(), CardApproval.OFFLINE, null);
    return taken(till, new Tender.Card(asked, payment), new CardTold.TakenWithoutBank(amount));
  }

  /** One write takes the payment and ends its being under way, or completes the ticket with it. */
  private Optional<Refusal> taken(AtTheTill till, Tender.Card tender, CardTold told) {
    OpenTicket paid = till.ticket().paying(tender).awaiting(null);
    Settlement settlement = Settlement.of(till.due(), tender, till.profile().tenders().rounding());
    return switch (settlement) {
      case Settlement.TooMuch(Money most) ->
          new TakeBack(key, tender.amount(), "More than the %s due.".formatted(most))
              .carryOut(till);
      case Settlement.Part(Tender part, Money left) ->
          till.change(ticket -> paid).or(() -> told(told));
      case Settlement.Paid(Tender last, Money change, Money rounding) ->
          completed(till, paid, change, rounding, told);
    };
  }

  /** What cannot be completed now stays on the ticket, paid. */
  private Optional<Refusal> completed(
      AtTheTill till, OpenTicket paid, Money change, Money rounding, CardTold told) {
    if (till.signedOn() == null || till.session() == null) {
      return till.change(ticket -> paid).or(() -> told(told));
    }
    Optional<Refusal> refusal = till.complete(paid.tenders(), change, rounding);
    if (refusal.isPresent()) {
      till.change(ticket -> paid);
      return refusal;
    }
    return told(told);
  }

  private Optional<Refusal> without(AtTheTill till, CardTold told) {
    return till.change(ticket -> ticket.awaiting(null)).or(() -> told(told));
  }

  private Optional<Refusal> told(CardTold told) {
    tell.accept(told);
    return Optional.empty();
  }
}
