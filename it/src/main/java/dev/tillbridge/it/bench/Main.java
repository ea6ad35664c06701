package dev.tillbridge.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./tillbridge bench NAME}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures the product beside its yardstick; writes target/bench/NAME.json.")
public final class Main implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private static final Map<String, Supplier<Benchmark>> BENCHMARKS =
      new TreeMap<>(
          Map.of(
              "catchup", CatchupBenchmark::new,
              "clerk", ClerkBenchmark::new,
              "commit", CommitBenchmark::new,
              "drain", DrainBenchmark::new,
              "ingest", IngestBenchmark::new,
              "start", StartBenchmark::new,
              "link", LinkBenchmark::new,
              "prices", PricesBenchmark::new));

  @Parameters(
      paramLabel = "NAME",
      description = "catchup, clerk, commit, drain, ingest, start, link or prices")
  private String name = "";

  @Option(names = "--json", description = "also print the JSON as the last line")
  private boolean json;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder on the disk to measure (default: target/bench-data)")
  private Path data = home().resolve("target/bench-data");

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              System.err.println("The benchmark failed: " + failure.getMessage());
              LOG.debug("The benchmark failed.", failure);
              return 1;
            })
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Supplier<Benchmark> known = BENCHMARKS.get(name);
    if (known == null) {
      System.err.println(
          "There is no benchmark \"" + name + "\". Choose one of " + BENCHMARKS.keySet() + ".");
      return 2;
    }
    Path folder = data.resolve(name);
    delete(folder);
    Files.createDirectories(folder);
    Benchmark benchmark = known.get();
    System.out.println(name + ": " + benchmark.question());
    Figures figures;
    try {
      figures = benchmark.run(folder);
    } finally {
      delete(folder);
    }
    System.out.print(figures.table());
    Path file = home().resolve("target/bench").resolve(name + ".json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, figures.json() + "\n");
    System.out.println("Written to " + file);
    if (json) {
      System.out.println(figures.json());
    }
    return 0;
  }

  private static Path home() {
    return Path.of(System.getProperty("tillbridge.home", ".")).toAbsolutePath().normalize();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      if (!Files.deleteIfExists(path)) {
        LOG.debug("{} was gone already.", path);
      }
    }
  }
}
