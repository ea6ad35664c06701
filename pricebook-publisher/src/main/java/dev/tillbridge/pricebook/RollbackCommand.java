package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pricebook rollback VERSION --reason TEXT}. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Publishes an earlier version's book again, at once, as a new version.")
final class RollbackCommand extends DeskCommand {

  @Mixin private final Person person = new Person();

  @Parameters(paramLabel = "VERSION", description = "See pricebook versions.")
  private long version;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  RollbackCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    return tell(desk.rollback(version, reason, person.name()), desk);
  }
}
