package dev.tillbridge.broker.datadir;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A data directory, or a copy of one, that no process may start on while it is read. Nothing in it
 * is written, whoever's it is.
 */
public final class StillDirectory implements AutoCloseable {

  private final Path root;
  private final String node;
  private final @Nullable FileChannel lockFile;

  private StillDirectory(Path root, String node, @Nullable FileChannel lockFile) {
    this.root = root;
    this.node = node;
    this.lockFile = lockFile;
  }

  /**
   * Holds the directory still.
   *
   * @throws InvalidSetting when it is no data directory or a running process has it
   */
  public static StillDirectory hold(Path root) {
    Path identity = root.resolve(Identity.FILE);
    if (!Files.isRegularFile(identity)) {
      throw new InvalidSetting(
          root + " is not a data directory: it has no " + Identity.FILE + ". Nothing was read.");
    }
    try {
      String node = DurableProperties.read(identity).getOrDefault("node", "");
      return new StillDirectory(root, node, lock(root));
    } catch (IOException e) {
      throw new InvalidSetting("The data directory " + root + " cannot be read: " + e + ".");
    }
  }

  /** Shared, so that a directory that cannot be written is held too. */
  private static @Nullable FileChannel lock(Path root) throws IOException {
    Path file = root.resolve(DataDirectory.LOCK);
    if (!Files.exists(file)) {
      return null;
    }
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean held = false;
    try {
      held = channel.tryLock(0, Long.MAX_VALUE, true) != null;
    } catch (OverlappingFileLockException e) {
      // another part of this process has it
    } finally {
      if (!held) {
        channel.close();
      }
    }
    if (!held) {
      throw new InvalidSetting(
          "The data directory "
              + root
              + " is in use by a running process. Nothing was read. Stop that process, or copy the"
              + " directory while it is stopped and name the copy.");
    }
    return channel;
  }

  public Path root() {
    return root;
  }

  /** Lane, store or HQ that wrote it; empty when its identity does not say. */
  public String node() {
    return node;
  }

  @Override
  public void close() {
    if (lockFile != null) {
      try {
        lockFile.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
