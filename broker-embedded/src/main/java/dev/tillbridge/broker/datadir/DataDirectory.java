package dev.tillbridge.broker.datadir;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A data directory held by this process until it is closed.
 *
 * <p>Opening creates it with a new {@link Identity} when it is empty, and refuses it when another
 * process holds it, when it belongs to another node, or when it is a copy.
 */
public final class DataDirectory implements AutoCloseable {

  static final String LOCK = "process.lock";

  private final Path root;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final Identity identity;
  private final Duration journalTimeout;

  private DataDirectory(
      Path root, FileChannel lockFile, FileLock lock, Identity identity, Duration journalTimeout) {
    this.root = root;
    this.lockFile = lockFile;
    this.lock = lock;
    this.identity = identity;
    this.journalTimeout = journalTimeout;
  }

  /**
   * Opens the folder for the node of this name.
   *
   * @throws InvalidSetting when it cannot be used; the message tells the way out
   */
  public static DataDirectory open(Path root, String node, Clock clock) {
    FileChannel lockFile = null;
    try {
      Files.createDirectories(root);
      lockFile =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(lockFile);
      if (lock == null) {
        throw new InvalidSetting(
            "The data directory "
                + root
                + " is in use by another process. Nothing was changed."
                + " Stop that process, or give this one its own data.dir.");
      }
      Identity identity = Identity.openOrCreate(root, node, clock);
      DataDirectory opened =
          new DataDirectory(root, lockFile, lock, identity, DiskTiming.journalTimeout(root));
      lockFile = null;
      return opened;
    } catch (IOException e) {
      throw new InvalidSetting(
          "Cannot use the data directory "
              + root
              + ": "
              + e
              + ". Check that data.dir exists on a disk with room and that this user may write there.");
    } finally {
      closeQuietly(lockFile);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void closeQuietly(@Nullable FileChannel file) {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Path root() {
    return root;
  }

  /** Whose life this directory is. */
  public Identity identity() {
    return identity;
  }

  /** How long the broker's journal may gather writes before it forces them to this disk. */
  public Duration journalTimeout() {
    return journalTimeout;
  }

  /** Lets another process have it; closing again changes nothing. */
  @Override
  public void close() {
    if (!lockFile.isOpen()) {
      return;
    }
    try {
      lock.release();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closeQuietly(lockFile);
    }
  }
}
