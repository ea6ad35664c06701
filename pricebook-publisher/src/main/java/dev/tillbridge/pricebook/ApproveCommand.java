package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pricebook approve PROPOSAL}. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Agrees to a proposal that somebody else made.")
final class ApproveCommand extends DeskCommand {

  @Mixin private final Person person = new Person();

  @Parameters(paramLabel = "PROPOSAL", description = "Its number.")
  private int number;

  ApproveCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    return tell(desk.approve(number, person.name()), desk);
  }
}
