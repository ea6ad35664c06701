package dev.tillbridge.pricebook;

import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.topic.UnusableTopic;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.pricebook.records.RecordsAway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./tillbridge pricebook COMMAND}. */
@Command(
    name = "pricebook",
    description =
        "From a price list to every register and back: import, look, approve, publish, roll back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {

  /** A fault outside: HQ's broker is away, a file cannot be read. */
  static final int FAULT = 1;

  /** What was asked is refused; nothing was changed. */
  static final int REFUSED = 2;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    Clock clock = Clock.systemUTC();
    return new CommandLine(new Main())
        .addSubcommand(new ProposalsCommand(clock))
        .addSubcommand(new DiffCommand(clock))
        .addSubcommand(new PreviewCommand(clock))
        .addSubcommand(new ApproveCommand(clock))
        .addSubcommand(new PublishCommand(clock))
        .addSubcommand(new StatusCommand(clock))
        .addSubcommand(new PromoteCommand(clock))
        .addSubcommand(new WithdrawCommand(clock))
        .addSubcommand(new RollbackCommand(clock))
        .addSubcommand(new ChangeCommand(clock))
        .addSubcommand(new VersionsCommand(clock))
        .addSubcommand(new ServeCommand(clock))
        .addSubcommand(new ShowCommand(clock))
        .addSubcommand(new ImportCommand(clock))
        .addSubcommand(new InspectCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, result) -> told(e, line));
  }

  private static int told(Exception e, CommandLine line) throws Exception {
    int code =
        switch (e) {
          case InvalidSetting setting -> REFUSED;
          case IllegalArgumentException argument -> REFUSED;
          case BrokerUnreachable broker -> FAULT;
          case UnusableTopic topic -> FAULT;
          case IOException file -> FAULT;
          case UncheckedIOException file -> FAULT;
          case RecordsAway records -> FAULT;
          default -> throw e;
        };
    line.getErr().println(e.getMessage());
    line.getErr().flush();
    return code;
  }

  @Override
  public void run() {
    throw new IllegalArgumentException(
        "Say what to do, for example publish, status or show. --help lists all.");
  }
}
