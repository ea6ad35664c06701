package dev.tillbridge.pricebook.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time change proposals and publish them, among the threads of this process and the
 * processes of this machine. Waits for its turn; a process that dies gives it back.
 */
public final class FolderLock {

  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final Path file;
  private final ReentrantLock threads;

  /** The lock of a folder, in its file {@code lock}. */
  public FolderLock(Path folder) {
    this.file = folder.toAbsolutePath().normalize().resolve("lock");
    this.threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Does the work while nobody else does. */
  public <T> T hold(Supplier<T> work) {
    threads.lock();
    try {
      if (threads.getHoldCount() > 1) {
        return work.get();
      }
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        return work.get();
      } catch (IOException e) {
        throw failed(e);
      }
    } finally {
      threads.unlock();
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(
        "Cannot lock %s: %s. Nothing was changed; check the folder's rights and try again."
            .formatted(file, e.getMessage()),
        e);
  }
}
