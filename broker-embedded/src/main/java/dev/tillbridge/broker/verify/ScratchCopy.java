package dev.tillbridge.broker.verify;

import dev.tillbridge.broker.datadir.StillDirectory;
import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The broker's files of a data directory, copied to a folder that is deleted when closed. */
record ScratchCopy(Path root) implements AutoCloseable {

  private static final List<String> BROKER_FILES =
      List.of("journal", "bindings", "paging", "large");

  /** Left free beside the copy, for what a broker writes when it starts. */
  private static final long ROOM_BYTES = 64L * 1024 * 1024;

  static ScratchCopy of(StillDirectory directory, Path scratch) throws IOException {
    requireRoom(directory.root(), scratch);
    ScratchCopy copy = new ScratchCopy(Files.createTempDirectory(scratch, "tillbridge-verify-"));
    boolean complete = false;
    try {
      for (String name : BROKER_FILES) {
        Path from = directory.root().resolve(name);
        if (Files.isDirectory(from)) {
          copyTree(from, copy.root.resolve(name));
        }
      }
      complete = true;
    } finally {
      if (!complete) {
        copy.close();
      }
    }
    return copy;
  }

  private static void requireRoom(Path dataDir, Path scratch) throws IOException {
    long needed = ROOM_BYTES;
    for (String name : BROKER_FILES) {
      Path part = dataDir.resolve(name);
      if (Files.isDirectory(part)) {
        try (Stream<Path> tree = Files.walk(part)) {
          needed += tree.filter(Files::isRegularFile).mapToLong(p -> p.toFile().length()).sum();
        }
      }
    }
    long free = Files.getFileStore(scratch).getUsableSpace();
    if (free < needed) {
      throw new InvalidSetting(
          "Checking %s needs a copy of %,d MiB and %s has %,d MiB free. Nothing was read. Name a folder with room: --scratch FOLDER."
              .formatted(dataDir, needed >> 20, scratch, free >> 20));
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  @Override
  public void close() {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
