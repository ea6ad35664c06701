package dev.tillbridge.register.offsite;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/** A manager ends the event: its prices and quick items are gone with the answer. */
public record EndOffsite() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    OffsiteEvent event = till.state().open().event();
    if (event == null) {
      return Optional.of(new OffsiteRefusal.NoEvent());
    }
    return Events.ticketOpen(till)
        .or(() -> uncounted(till, event))
        .or(() -> Events.managersOnly(till, event.title(), false))
        .or(() ->
            till.record(
                new OffsiteEntry.Ended(till.state().sessions(), event.id(), till.approvedBy())));
  }

  private static Optional<Refusal> uncounted(AtTheTill till, OffsiteEvent event) {
    DrawerSession in = till.session();
    if (in != null) {
      return Optional.of(new OffsiteRefusal.EventDrawerOpen(event.title(), in.number()));
    }
    return EventDays.uncounted(till.state(), event)
        .map(aside -> new OffsiteRefusal.CountTheAside(event.title(), aside.number()));
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof OffsiteEntry.Ended;
  }
}
