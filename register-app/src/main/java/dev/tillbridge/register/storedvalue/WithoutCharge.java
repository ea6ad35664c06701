package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.CardUnderWay;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.List;
import java.util.Optional;

/**
 * Takes a stored value off the open ticket again.
 *
 * @param number of the charge, counted from 1
 */
public record WithoutCharge(int number) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    OpenTicket ticket = till.ticket();
    CardUnderWay card = ticket.card();
    if (card != null) {
      return Optional.of(new Refusal.CardAsked(card.amount().abs()));
    }
    List<Charge> charges = ticket.particulars().charges();
    if (number < 1
        || number > charges.size()
        || !(charges.get(number - 1) instanceof Charge.StoredValueSold)) {
      return Optional.of(new StoredValueRefusal.NoSuchCharge(number));
    }
    return ticket.tenders().isEmpty()
        ? till.change(open -> open.stating(open.particulars().withoutCharge(number)))
        : Optional.of(
            new Refusal.PaymentsTaken(
                ticket.tenders().size(), ticket.paid(till.profile().currency())));
  }
}
