package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The files of the newest books: {@code prices-VERSION-GENERATION.book} and {@code .seal}. A file
 * is never changed once it has its name; what a crash left without a seal is removed. For one
 * thread.
 */
final class BookFolder {

  private static final Logger LOG = LoggerFactory.getLogger(BookFolder.class);
  private static final String BOOK = ".book";
  private static final String SEAL = ".seal";
  private static final String UNFINISHED = ".tmp";
  private static final int BOOKS_KEPT = 2;
  private static final long MIB = 1024 * 1024;

  /** A new book never takes the disk space that the register needs for its tickets. */
  private static final long DISK_RESERVE_BYTES = 128 * MIB;

  private final Path dir;

  /** Creates the folder when it is absent. */
  BookFolder(Path dir) {
    this.dir = dir;
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create the price book folder " + dir, e);
    }
  }

  /** The newest book that is whole; newer ones that are not are removed. */
  Optional<MappedBook> newest() {
    List<Seal> seals = seals();
    removeAllBut(seals);
    return firstWhole(seals);
  }

  /** The book with this version when it is there and whole. */
  Optional<MappedBook> version(long version) {
    return firstWhole(
        seals().stream().filter(seal -> seal.manifest().version() == version).toList());
  }

  /** When this book came to this register, as far as its file tells. */
  Optional<Instant> takenAt(Seal seal) {
    try {
      return Optional.of(Files.getLastModifiedTime(file(seal, SEAL)).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<MappedBook> firstWhole(List<Seal> seals) {
    for (Seal seal : seals) {
      try {
        Path file = file(seal, BOOK);
        if (Files.size(file) == seal.bytes() && Sha256.of(file).equals(seal.sha256())) {
          return Optional.of(MappedBook.open(file, seal));
        }
        discard(seal, "its bytes are not those that were sealed");
      } catch (IOException | RuntimeException e) {
        discard(seal, String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /**
   * Writes a book's file and its seal, on disk when it returns, and maps it.
   *
   * @throws IOException when the disk refuses; nothing of it is left then
   */
  MappedBook write(BookDraft draft, long generation) throws IOException {
    Path unfinished = dir.resolve("prices-" + draft.manifest().version() + UNFINISHED);
    try {
      refuseFullDisk();
      Files.deleteIfExists(unfinished);
      long entries = draft.writeTo(unfinished);
      force(unfinished);
      Seal seal = draft.seal(generation, Sha256.of(unfinished), Files.size(unfinished), entries);
      Files.move(unfinished, file(seal, BOOK), StandardCopyOption.ATOMIC_MOVE);
      Files.write(unfinished, Wire.JSON.writeValueAsBytes(seal));
      force(unfinished);
      Files.move(unfinished, file(seal, SEAL), StandardCopyOption.ATOMIC_MOVE);
      force(dir);
      return MappedBook.open(file(seal, BOOK), seal);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Removes every book but the newest ones kept for a fall back and the one in use. Mapped ones
   * stay readable.
   *
   * @param inUse null when no other than the newest one is
   */
  void removeOld(@Nullable Seal inUse) {
    List<Seal> kept = new ArrayList<>(seals().stream().limit(BOOKS_KEPT).toList());
    if (inUse != null) {
      kept.add(inUse);
    }
    removeAllBut(kept);
  }

  /** Removes a book; when it is mapped it stays readable until it is closed. */
  void remove(Seal seal) {
    remove(seal.fileName() + SEAL);
    remove(seal.fileName() + BOOK);
  }

  private void discard(Seal seal, String reason) {
    LOG.warn(
        "The price book file {} is damaged and was removed: {}. The one before it is used until it is read again from the store.",
        file(seal, BOOK),
        reason);
    remove(seal);
  }

  /** Of all books that have one, newest first. */
  private List<Seal> seals() {
    List<Seal> seals = new ArrayList<>();
    for (String name : names()) {
      if (name.endsWith(SEAL)) {
        try {
          Seal seal = Wire.JSON.readValue(Files.readAllBytes(dir.resolve(name)), Seal.class);
          if (name.equals(seal.fileName() + SEAL)) {
            seals.add(seal);
          }
        } catch (IOException | JacksonException | NullPointerException e) {
          LOG.warn("The seal {} cannot be read; its book is removed.", dir.resolve(name), e);
        }
      }
    }
    seals.sort(Comparator.comparingLong(Seal::generation).reversed());
    return seals;
  }

  private void removeAllBut(List<Seal> kept) {
    Set<String> names =
        kept.stream()
            .flatMap(seal -> Stream.of(seal.fileName() + BOOK, seal.fileName() + SEAL))
            .collect(Collectors.toSet());
    names().stream().filter(name -> !names.contains(name)).forEach(this::remove);
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("prices-"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the price book folder " + dir, e);
    }
  }

  private void remove(String name) {
    try {
      Files.deleteIfExists(dir.resolve(name));
    } catch (IOException e) {
      LOG.warn("Cannot remove {}; trying again with the next book.", dir.resolve(name), e);
    }
  }

  private Path file(Seal seal, String ending) {
    return dir.resolve(seal.fileName() + ending);
  }

  private void refuseFullDisk() throws IOException {
    long free = Files.getFileStore(dir).getUsableSpace();
    if (free < DISK_RESERVE_BYTES) {
      throw new IOException(
          "%s has %,d MiB free, and the last %,d are kept for tickets"
              .formatted(dir, free / MIB, DISK_RESERVE_BYTES / MIB));
    }
  }

  private static void force(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    try (FileChannel channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
