package dev.tillbridge.register.storedvalue;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Puts what a return gives back on a store credit, and completes the ticket.
 *
 * @param number of a stored value that gets it, null for a new store credit
 */
public record RefundToStoredValue(@Nullable String number) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    Money due = till.due();
    if (!due.isNegative()) {
      return Optional.of(new StoredValueRefusal.NothingToRefund());
    }
    OpenTicket before = till.ticket();
    return switch (SellStoredValue.charge(before, StoredValueKind.CREDIT, number, due.negated())) {
      case SellStoredValue.Charged.Not(Refusal refusal) -> Optional.of(refusal);
      case SellStoredValue.Charged.With(Charge charge) -> {
        Money none = due.minus(due);
        Optional<Refusal> refusal =
            till.change(open -> open.stating(open.particulars().charging(charge)))
                .or(() -> till.complete(before.tenders(), none, none));
        if (refusal.isPresent() && !(refusal.get() instanceof Refusal.OutcomeUnknown)) {
          till.change(open -> before);
        }
        yield refusal;
      }
    };
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.TicketCompleted;
  }
}
