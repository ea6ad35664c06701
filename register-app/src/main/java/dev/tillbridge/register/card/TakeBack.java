package dev.tillbridge.register.card;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.CardUnderWay;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Has whatever the acquirer did under a key undone, and lets the ticket go on without it. The
 * reversal is in the journal before the ticket forgets the payment.
 *
 * @param reason for those who read the journal
 */
record TakeBack(String key, Money amount, String reason) implements TillCommand {

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return till.record(new CardEntry.ReversalDue(session(till), key, amount, reason))
        .or(() -> forgotten(till));
  }

  private Optional<Refusal> forgotten(AtTheTill till) {
    CardUnderWay underWay = till.ticket().card();
    return underWay != null && underWay.key().equals(key)
        ? till.change(ticket -> ticket.awaiting(null))
        : Optional.empty();
  }

  /** The drawer session an entry belongs to; the last one while the drawer is closed. */
  static long session(AtTheTill till) {
    DrawerSession session = till.session();
    return session == null ? till.state().sessions() : session.number();
  }
}
