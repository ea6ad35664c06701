package dev.tillbridge.register.lane;

import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.ticket.CardUnderWay;
import java.util.List;
import java.util.Optional;

/**
 * Gives a payment back that is not recorded yet.
 *
 * @param payment on the open ticket, counted from 1
 */
record GiveBack(int payment) implements TillCommand {

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    List<Tender> taken = till.ticket().tenders();
    return new Payments(till)
        .cardUnderWay()
        .or(() ->
            payment < 1 || payment > taken.size()
                ? Optional.of(new Refusal.NoSuchPayment(payment, taken.size()))
                : giveBack(till, taken.get(payment - 1)));
  }

  private Optional<Refusal> giveBack(AtTheTill till, Tender tender) {
    if (tender instanceof Tender.Deposit deposit) {
      return Optional.of(new Refusal.DepositInHand(deposit.document(), deposit.amount()));
    }
    DrawerSession session = till.session();
    return tender instanceof Tender.Card card
            && card.card().approval() != CardApproval.OFFLINE
            && session != null
        ? reversed(till, session, card)
        : till.change(ticket -> ticket.withoutTender(payment));
  }

  /** What the acquirer moved is under way back from the moment the ticket is without it. */
  private Optional<Refusal> reversed(AtTheTill till, DrawerSession session, Tender.Card card) {
    String key = card.card().key();
    CardUnderWay back = new CardUnderWay(key, card.amount(), till.clock().now());
    return till.save(ticket -> ticket.withoutTender(payment).awaiting(back))
        .or(() ->
            till.record(
                new CardEntry.ReversalDue(session.number(), key, card.amount(), "Given back.")))
        .or(() -> till.change(ticket -> ticket.awaiting(null)));
  }
}
