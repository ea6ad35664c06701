package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Another clerk goes on with the session; the one signed on is signed off.
 *
 * @param to operator name of the other
 * @param counted what both counted, null when they did not
 */
public record HandOver(String to, @Nullable Money counted) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    DrawerSession session = Objects.requireNonNull(till.session(), "it needs an open drawer");
    if (!till.ticket().isEmpty()) {
      return Optional.of(new Refusal.TicketInProgress(till.ticket().lines().size(), till.due()));
    }
    if (till.person(to.strip()).isEmpty()) {
      return Optional.of(new DrawerRefusal.NoSuchPerson(to));
    }
    if (counted != null && counted.isNegative()) {
      return Optional.of(new DrawerRefusal.NotCounted(counted));
    }
    Optional<Refusal> refusal =
        till.record(new DrawerEntry.HandedOver(session.number(), to.strip(), counted));
    if (refusal.isEmpty()) {
      till.operator(null);
    }
    return refusal;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DrawerEntry.HandedOver;
  }
}
