package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pricebook withdraw PROPOSAL | --trial}. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    description = {
      "Takes a proposal back before it is published, or ends a trial: its stores go back to the",
      "book of all stores, as a new version."
    })
final class WithdrawCommand extends DeskCommand {

  @Mixin private final Person person = new Person();

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  /** A proposal or the trial. */
  static final class What {

    @Parameters(paramLabel = "PROPOSAL", description = "Its number.")
    private @Nullable Integer number;

    @Option(names = "--trial", description = "The trial that is running.")
    private boolean trial;
  }

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  WithdrawCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    return tell(
        what.number == null
            ? desk.endTrial(reason, person.name())
            : desk.withdraw(what.number, reason, person.name()),
        desk);
  }
}
