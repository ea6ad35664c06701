package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/** Cash goes into the drawer or out of it without a ticket; printed, and the drawer opens. */
public record MoveCash(CashMovement movement, Money amount, String reason) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    DrawerSession session = Objects.requireNonNull(till.session(), "it needs an open drawer");
    return Reasons.missing(reason, movement == CashMovement.DROP ? "drop" : "movement of cash")
        .or(() -> tooMuch(session))
        .or(() ->
            till.record(
                new DrawerEntry.CashMoved(
                    session.number(), movement, amount, reason.strip(), null)));
  }

  private Optional<Refusal> tooMuch(DrawerSession session) {
    if (!amount.isPositive() || amount.getAmount().compareTo(Drawers.AMOUNT_MAX) > 0) {
      return Optional.of(new DrawerRefusal.NoAmount(amount));
    }
    return movement.isOut() && amount.isGreaterThan(session.expectedCash())
        ? Optional.of(new DrawerRefusal.NotSoMuchThere(amount, session.expectedCash()))
        : Optional.empty();
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DrawerEntry.CashMoved moved
        && moved.movement() == movement
        && moved.amount().equals(amount);
  }
}
