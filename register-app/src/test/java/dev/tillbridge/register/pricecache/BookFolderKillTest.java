package dev.tillbridge.register.pricecache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process in the middle of writing books. */
final class BookFolderKillTest {

  private static final int KILLS = 6;
  private static final int ITEMS = 1_500;
  private static final long SEED = 20_260_105;

  @TempDir Path dir;

  @Test
  void bookIsWholeAfterEveryKillInTheMiddleOfWriting() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    long newest = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int books = random.nextInt(2, 6);
      int millisIntoTheNext = random.nextInt(0, 60);

      long written = writeUntilKilled(books, millisIntoTheNext);

      Optional<MappedBook> book = new BookFolder(dir).newest();
      assertThat(book).as("seed %d, kill %d", SEED, kill).isPresent();
      try (MappedBook whole = book.orElseThrow()) {
        assertThat(whole.manifest().version())
            .isGreaterThanOrEqualTo(written)
            .isGreaterThan(newest);
        assertThat(Inspection.of(whole.values(), whole.manifest()))
            .isInstanceOf(Inspection.Sound.class);
        newest = whole.manifest().version();
      }
      assertThat(leftovers()).isEmpty();
    }
  }

  private long writeUntilKilled(int books, int millisIntoTheNext) throws Exception {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long version = 0;
    try (BufferedReader said = writer.inputReader()) {
      for (int n = 0; n < books; n++) {
        version = Long.parseLong(String.valueOf(said.readLine()));
      }
      assertThat(writer.waitFor(millisIntoTheNext, TimeUnit.MILLISECONDS)).isFalse();
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return version;
  }

  private List<String> leftovers() throws IOException {
    try (var files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tmp"))
          .toList();
    }
  }

  /** Writes one version after the other, says each, until it is killed. */
  static final class Writer {

    public static void main(String[] args) throws IOException {
      BookFolder folder = new BookFolder(Path.of(args[0]));
      Optional<MappedBook> last = folder.newest();
      long version = last.map(book -> book.manifest().version()).orElse(0L);
      long generation = last.map(book -> book.seal().generation()).orElse(0L);
      while (true) {
        List<BookValue> items = TestBooks.items(ITEMS, ++version);
        Manifest manifest = new TestBooks().seal(version, TestBooks.at(version, items));
        TreeMap<String, TopicValue> changed = new TreeMap<>();
        TestBooks.at(version, items).forEach(value -> changed.put(value.key(), value));
        MergedValues values = new MergedValues(List.of(), changed);
        Inspection.Sound sound = (Inspection.Sound) Inspection.of(values, manifest);
        folder.write(new BookDraft(manifest, values, sound), ++generation).close();
        folder.removeOld(null);
        System.out.println(version);
      }
    }
  }
}
