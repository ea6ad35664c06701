package dev.tillbridge.devices.acquirer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the acquirer decided, in order; one line each in a file.
 *
 * <p>A line counts when its line feed is there: one that was cut off by a kill was never answered.
 */
public final class AcquirerBook {

  /** Entries held; one more is refused, because a simulated bank is no archive. */
  public static final int ENTRIES_MAX = 1_000_000;

  private final @Nullable Path file;
  private final List<BookEntry> entries;

  private AcquirerBook(@Nullable Path file, List<BookEntry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /** One that is gone with the process. */
  public static AcquirerBook inMemory() {
    return new AcquirerBook(null, new ArrayList<>());
  }

  /** Reads what a file holds now, without opening it for writing; nothing when it is not there. */
  public static AcquirerBook read(Path file) {
    return new AcquirerBook(null, new ArrayList<>(whole(file)));
  }

  /** Opens a file to go on with; what a kill left half written is cut off. */
  static AcquirerBook open(Path file) {
    List<BookEntry> entries = new ArrayList<>(whole(file));
    if (Files.exists(file)) {
      cutAfter(file, entries);
    }
    return new AcquirerBook(file, entries);
  }

  /** Oldest first. */
  public synchronized List<BookEntry> entries() {
    return List.copyOf(entries);
  }

  /** What the shop has of the acquirer's money: everything taken less everything given back. */
  public synchronized Money held(CurrencyUnit currency) {
    return Money.total(
        currency,
        entries.stream()
            .map(BookEntry::moved)
            .filter(moved -> moved.getCurrencyUnit().equals(currency))
            .toList());
  }

  /** What moved under one key, after reversals; zero when nothing did. */
  public synchronized Money held(CurrencyUnit currency, String key) {
    return Money.total(
        currency,
        entries.stream()
            .filter(entry -> entry.key().equals(key))
            .map(BookEntry::moved)
            .filter(moved -> moved.getCurrencyUnit().equals(currency))
            .toList());
  }

  synchronized long nextSequence() {
    return entries.size() + 1L;
  }

  synchronized Optional<BookEntry> last(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).reduce((earlier, later) -> later);
  }

  /** Returns when the entry is on disk. */
  synchronized void append(BookEntry entry) {
    if (entries.size() >= ENTRIES_MAX) {
      throw new IllegalStateException("The acquirer's book is full: " + ENTRIES_MAX + " entries.");
    }
    if (file != null) {
      makeFolder(file);
      write(file, entry.line() + "\n");
    }
    entries.add(entry);
  }

  private static void cutAfter(Path file, List<BookEntry> whole) {
    long bytes = 0;
    for (BookEntry entry : whole) {
      bytes += entry.line().getBytes(UTF_8).length + 1;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
      channel.force(true);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static void makeFolder(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static void write(Path file, String line) {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer bytes = UTF_8.encode(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      throw unusable(file, e);
    }
  }

  private static List<BookEntry> whole(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw unusable(file, e);
    }
    List<BookEntry> entries = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n", -1)) {
      if (line.isEmpty()) {
        continue;
      }
      BookEntry entry =
          BookEntry.parse(line)
              .orElseThrow(() ->
                  new IllegalStateException(
                      "%s, line %d is not an entry of an acquirer's book."
                          .formatted(file, entries.size() + 1)));
      entries.add(entry);
    }
    return entries;
  }

  private static UncheckedIOException unusable(Path file, IOException e) {
    return new UncheckedIOException(
        "The acquirer's book " + file + " cannot be used; check the folder and its disk.", e);
  }
}
