package dev.tillbridge.it.drill;

import dev.tillbridge.it.demo.SampleInvoices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tillbridge drill}. */
@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Starts a whole chain, rings at every register, makes faults from a seeded schedule, and"
            + " compares receipts, journals, stream and ledger at every quiet point.")
public final class Main implements Callable<Integer> {

  private static final int NOT_CLEAN = 1;
  private static final int CANNOT_START = 2;
  private static final int REGISTERS_MAX = 8;
  private static final int FAULTS_PER_MINUTE = 12;
  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  /** Set by the launcher: the project's folder. */
  private final Path home = Path.of(System.getProperty("tillbridge.home", "."));

  @Option(names = "--minutes", defaultValue = "2", description = "How long (${DEFAULT-VALUE}).")
  private double minutes;

  @Option(names = "--faults", description = "How many faults (default: 12 for each minute).")
  private @Nullable Integer faults;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides which faults come, where and when (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--registers",
      defaultValue = "2",
      description = "How many registers, 2 to 8 (${DEFAULT-VALUE}).")
  private int registers;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: a new one in target/drill).")
  private @Nullable Path data;

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
  public Integer call() throws IOException, SQLException, InterruptedException {
    if (registers < 2 || registers > REGISTERS_MAX || minutes <= 0 || minutes > 600) {
      System.err.println(
          "--registers is 2 to 8 and --minutes more than 0, at most 600. Nothing was started.");
      return CANNOT_START;
    }
    Path folder =
        data == null
            ? home.resolve("target/drill").resolve(LocalDateTime.now().format(FOLDER_NAME))
            : data;
    if (Files.exists(folder.resolve("hq"))) {
      System.err.println(
          folder + " holds a chain already, and a drill needs a new folder. Nothing was started.");
      return CANNOT_START;
    }
    Duration length = Duration.ofMillis(Math.round(minutes * 60_000));
    int count = faults == null ? (int) Math.ceil(minutes * FAULTS_PER_MINUTE) : faults;
    System.out.printf(
        "Drill: %d faults in %.1f min at %d registers, seed %d, in %s%n",
        count, minutes, registers, seed, folder.toAbsolutePath().normalize());
    DrillResult result =
        new Drill(
                new Drill.Order(folder, SampleInvoices.read(), registers, length, count, seed),
                System.out::println)
            .run();
    System.out.println(
        result.clean()
            ? "Nothing lost, nothing doubled, nothing altered."
            : "NOT CLEAN: see above. The same schedule again: --seed %d --faults %d --minutes %s --registers %d"
                .formatted(seed, count, minutes, registers));
    if (json) {
      System.out.println(result.json());
    }
    return result.clean() ? 0 : NOT_CLEAN;
  }
}
