package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.offsite.Events;
import java.util.Optional;

/** A drawer that was set aside is used again. */
public record TakeUp(long session) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    DrawerSession in = till.session();
    if (in != null) {
      return Optional.of(new DrawerRefusal.AnotherDrawerIn(in.number()));
    }
    Optional<Refusal> shops = Events.notThisDrawer(till, session);
    if (shops.isPresent()) {
      return shops;
    }
    boolean there = till.state().open().aside().stream().anyMatch(each -> each.number() == session);
    return there
        ? till.record(new DrawerEntry.TakenUp(session))
        : Optional.of(new DrawerRefusal.NoSuchDrawer(session));
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DrawerEntry.TakenUp taken && taken.drawerSession() == session;
  }
}
