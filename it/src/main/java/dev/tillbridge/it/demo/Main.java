package dev.tillbridge.it.demo;

import dev.tillbridge.it.chain.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tillbridge demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Starts HQ, a store server and two registers on this machine, or rings a file of real"
            + " invoices through them and compares the books.")
public final class Main implements Callable<Integer> {

  private static final int CANNOT_START = 2;

  /** Set by the launcher: the project's folder. */
  private final Path home = Path.of(System.getProperty("tillbridge.home", "."));

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: data/demo in the project; a replay takes a new one).")
  private @Nullable Path data;

  @Option(names = "--hq-port", defaultValue = "8080", description = "HQ's page (${DEFAULT-VALUE}).")
  private int hqPort;

  @Option(
      names = "--price-port",
      defaultValue = "8090",
      description = "The price desk's page (${DEFAULT-VALUE}).")
  private int pricePort;

  @Option(
      names = "--register-port",
      defaultValue = "8081",
      description = "First register's page, the second's is the next (${DEFAULT-VALUE}).")
  private int registerPort;

  @Option(
      names = "--broker-port",
      defaultValue = "61616",
      description = "First of seven ports for brokers and links (${DEFAULT-VALUE}).")
  private int brokerPort;

  @Option(
      names = "--headless",
      description = "Ring a file of invoices instead of waiting for a clerk, on free ports.")
  private boolean headless;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "The file (default: a small one that comes with Tillbridge). Headless only.")
  private @Nullable Path replay;

  @Option(names = "--cuts", defaultValue = "0", description = "Links to cut (${DEFAULT-VALUE}).")
  private int cuts;

  @Option(
      names = "--kills",
      defaultValue = "0",
      description = "Programs to kill outright (${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides what is cut and killed, and when (${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Print the result as one line of JSON at the end.")
  private boolean json;

  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Main());
    command.setExecutionExceptionHandler((failure, line, parsed) -> {
      System.err.println(failure.getMessage());
      return CANNOT_START;
    });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (headless || replay != null) {
      return new HeadlessReplay(home, data, replay, cuts, kills, seed, json).run();
    }
    Ports ports =
        new Ports(
            hqPort,
            brokerPort,
            brokerPort + 1,
            brokerPort + 2,
            pricePort,
            List.of(
                new Ports.RegisterPorts(registerPort, brokerPort + 3, brokerPort + 5),
                new Ports.RegisterPorts(registerPort + 1, brokerPort + 4, brokerPort + 6)));
    Optional<Ports.Use> taken = ports.taken();
    if (taken.isPresent()) {
      System.err.println(
          "The demo cannot start: "
              + taken.get()
              + " is taken. Stop the program that has it, or give another. Nothing was started.");
      return CANNOT_START;
    }
    Path folder = data == null ? home.resolve("data").resolve("demo") : data;
    new Interactive(folder, home.resolve("config"), ports).run();
    return 0;
  }
}
