package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Bounds;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.offsite.EventDays;
import dev.tillbridge.register.projection.LaneState;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A drawer session begins, on today's business date.
 *
 * @param openingFloat cash laid in
 */
public record OpenDrawer(Money openingFloat) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    LaneState state = till.state();
    DrawerSession in = till.session();
    if (in != null) {
      return Optional.of(new Refusal.DrawerAlreadyOpen(in.number(), in.businessDate()));
    }
    return EventDays.noDrawerOn(till.clock().businessDate(state), state)
        .<Refusal>map(refusal -> refusal)
        .or(() -> new Bounds(till.profile().currency()).amount("Float", openingFloat))
        .or(() -> till.noRoomFor("drawer session"))
        .or(() ->
            till.record(
                new EntryBody.DrawerOpened(till.numbering().nextSession(state), openingFloat)));
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.DrawerOpened;
  }
}
