package dev.tillbridge.it.pictures;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tillbridge.it.page.TillPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./tillbridge pictures}. */
@Command(
    name = "pictures",
    mixinStandardHelpOptions = true,
    description =
        "Does a clerk's work at real registers in Chromium and takes the guides' pictures.")
public final class Main implements Callable<Integer> {

  /** In this order: a later one finds what the ones before it left. */
  private static final List<Task> TASKS =
      List.of(
          new OpeningTheDrawer(),
          new Selling(),
          new FindingItems(),
          new PricesAndDiscounts(),
          new Weighing(),
          new Paying(),
          new TakingBack(),
          new Documents(),
          new GiftCertificates(),
          new Customers(),
          new People(),
          new Training(),
          new WithoutALink(),
          new HandingOver(),
          new ClosingTheDrawer(),
          new AtAnEvent(),
          new AtHq());

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "folder of the pictures; those of the same name are replaced"
              + " (default: docs/pictures)")
  private Path out = home().resolve("docs/pictures");

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Main())
            .setExecutionExceptionHandler((failure, command, parsed) -> {
              System.err.println("No further picture was taken: " + failure.getMessage());
              return 1;
            })
            .execute(args));
  }

  @Override
  public Integer call() throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(Shop.PATIENCE_MS);
    Files.createDirectories(out);
    Path folder = Files.createTempDirectory("tillbridge-pictures");
    try (Shop shop = Shop.open(folder, out)) {
      TillPage till = shop.till(0);
      Photographer photos = new Photographer(till, shop.camera(till.page()));
      for (Task task : TASKS) {
        perform(task, shop, till, photos, folder);
      }
    }
    System.out.println("The pictures are in " + out);
    delete(folder);
    return 0;
  }

  /** When a step cannot be done, the screen is photographed and the registers' data are kept. */
  private static void perform(
      Task task, Shop shop, TillPage till, Photographer photos, Path folder) {
    System.out.println(task.name());
    try {
      task.perform(shop, till, photos);
    } catch (RuntimeException | AssertionError e) {
      Path screen = photos.failure(folder);
      throw new IllegalStateException(
          "%s: %s. The screen is %s, with the logs beside it."
              .formatted(task.name(), e.getMessage(), screen),
          e);
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("tillbridge.home", ".")).toAbsolutePath().normalize();
  }

  /** The registers' data; the database may still be writing its last. */
  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("Delete " + folder + " yourself: " + e.getMessage() + " is in use.");
    }
  }
}
