package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code pricebook promote}. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = "Publishes the book on trial for all stores.")
final class PromoteCommand extends DeskCommand {

  @Mixin private final Person person = new Person();

  PromoteCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    return tell(desk.promote(person.name()), desk);
  }
}
