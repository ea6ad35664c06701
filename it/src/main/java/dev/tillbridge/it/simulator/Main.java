package dev.tillbridge.it.simulator;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tillbridge simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Runs the delivery rules over seeded schedules of faults in virtual time. Exits 1 when a"
            + " promise is broken and prints the seed that runs it again.")
public final class Main implements Callable<Integer> {

  @Option(names = "--schedules", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
  private long schedules = 100_000;

  @Option(names = "--seed", paramLabel = "S", description = "of the first schedule, default 1")
  private long seed = 1;

  @Option(
      names = "--trace",
      description = "tell every step of the first schedule, and run no other")
  private boolean trace;

  @Option(
      names = "--without",
      paramLabel = "RULE",
      description = "switch one rule off, to see what it is for: ${COMPLETION-CANDIDATES}")
  private @Nullable Rule without;

  @Option(names = "--json", description = "print the result as one line of JSON last")
  private boolean json;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    Result result =
        trace
            ? Simulation.replay(seed, without, System.out::println)
            : Simulation.run(seed, schedules, without);
    System.out.print(result.table());
    if (json) {
      System.out.println(result.json());
    }
    return result.failure() == null ? 0 : 1;
  }
}
