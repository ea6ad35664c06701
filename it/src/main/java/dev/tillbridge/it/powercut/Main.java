package dev.tillbridge.it.powercut;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tillbridge power-cut}. */
@Command(
    name = "power-cut",
    mixinStandardHelpOptions = true,
    description = {
      "Cuts the power of a register again and again at seeded moments, and looks after each cut"
          + " whether every acknowledged entry is still there. Needs root, loop devices and ext4.",
      "Exit code 0: nothing lost; 1: something was; 2: no power can be cut here."
    })
public final class Main implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private static final Map<String, Function<RandomGenerator, Moment>> MOMENTS =
      new TreeMap<>(
          Map.of(
              "any", Moment::any,
              "ringing", Moment::whileRinging,
              "huge-tickets", Moment::withHugeTickets,
              "new-file", Moment::atNewFile,
              "paging", Moment::atPaging,
              "starting", Moment::whileStarting));

  @Option(names = "--cuts", paramLabel = "N", description = "how many (default: ${DEFAULT-VALUE})")
  private int cuts = 20;

  @Option(names = "--seed", paramLabel = "N", description = "of the moments and the tickets")
  private long seed = 1;

  @Option(
      names = "--sync-off",
      description = "let the journal force nothing to disk: this run must lose entries")
  private boolean syncOff;

  @Option(
      names = "--at",
      paramLabel = "MOMENT",
      description = "only such moments: ringing, huge-tickets, new-file, paging or starting")
  private String at = "any";

  @Option(names = "--json", description = "also print the JSON as the last line")
  private boolean json;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "folder for the disk's image (default: the system's temporary folder)")
  private Path parent = Path.of(System.getProperty("java.io.tmpdir"));

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              System.err.println("The power-cut test failed: " + failure.getMessage());
              LOG.debug("The power-cut test failed.", failure);
              return 1;
            })
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Function<RandomGenerator, Moment> moments = MOMENTS.get(at);
    if (moments == null) {
      System.err.println(
          "There is no moment \"" + at + "\". Choose one of " + MOMENTS.keySet() + ".");
      return 2;
    }
    Optional<String> missing = PowerCuts.missing();
    if (missing.isPresent()) {
      System.err.println("No power can be cut on this machine: " + missing.get() + ".");
      return 2;
    }
    Path folder =
        Files.createTempDirectory(Files.createDirectories(parent), "tillbridge-power-cut");
    PowerCutResult result =
        new PowerCuts(folder, seed, !syncOff, moments, System.out::println).run(cuts);
    System.out.printf(
        "%d cuts: %d of %d acknowledged entries survived, %d lost (seed %d, journal sync %s).%n",
        result.cuts(),
        result.survived(),
        result.acknowledged(),
        result.lost(),
        result.seed(),
        result.sync() ? "on" : "off");
    if (json) {
      System.out.println(result.json());
    }
    if (!result.kept()) {
      System.out.println("The registers' log is " + folder.resolve("registers.log"));
      return 1;
    }
    delete(folder);
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
