package dev.tillbridge.register.drawer;

import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Objects;
import java.util.Optional;

/** The drawer opens without a sale, for example to give change for a note. */
public record OpenWithoutSale(String reason) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    long session = Objects.requireNonNull(till.session(), "it needs an open drawer").number();
    return Reasons.missing(reason, "drawer opened without a sale")
        .or(() -> till.record(new DrawerEntry.OpenedWithoutSale(session, reason.strip(), null)));
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DrawerEntry.OpenedWithoutSale;
  }
}
