package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Objects;
import java.util.Optional;

/** The drawer is taken out and its session waits, so that another drawer can be used. */
public record SetAside() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    DrawerSession session = Objects.requireNonNull(till.session(), "it needs an open drawer");
    if (!till.ticket().isEmpty()) {
      return Optional.of(new Refusal.TicketInProgress(till.ticket().lines().size(), till.due()));
    }
    if (till.state().open().aside().size() >= Drawers.ASIDE_MAX) {
      return Optional.of(new DrawerRefusal.TooManyAside(Drawers.ASIDE_MAX));
    }
    return till.record(new DrawerEntry.SetAside(session.number()));
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DrawerEntry.SetAside;
  }
}
