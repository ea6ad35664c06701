package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Objects;
import java.util.Optional;

/** The X reading on paper; it changes nothing. */
public record PrintReading() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    DrawerSession session = Objects.requireNonNull(till.session(), "it needs an open drawer");
    till.print(
        DrawerPaper.reading(
            till.profile().receipt(),
            till.lane(),
            till.clock().now(),
            XReading.of(session),
            till.state().open().event()));
    return Optional.empty();
  }
}
