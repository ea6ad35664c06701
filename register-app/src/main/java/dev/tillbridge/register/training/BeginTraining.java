package dev.tillbridge.register.training;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/** Writes down that somebody practises from now on. Anybody who may sign on may. */
public record BeginTraining() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    if (!till.ticket().isEmpty()) {
      return Optional.of(new Refusal.TicketInProgress(till.ticket().lines().size(), till.due()));
    }
    DrawerSession session = till.session();
    Optional<Refusal> refusal =
        till.record(
            new Noted(
                session == null ? 0 : session.number(),
                Noted.What.TRAINING_STARTED,
                null,
                till.operator().name()));
    if (refusal.isEmpty()) {
      till.sellAgain();
    }
    return refusal;
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof Noted noted && noted.what() == Noted.What.TRAINING_STARTED;
  }
}
