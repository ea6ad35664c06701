package dev.tillbridge.hq.database;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left of a server: one that outlived an HQ process which was killed, or the children of
 * one that was killed itself. Stopped before the next one starts.
 */
final class OrphanedServer {

  private static final Logger LOG = LoggerFactory.getLogger(OrphanedServer.class);
  private static final Duration STOP_WAIT_MAX = Duration.ofSeconds(30);

  /** A child notices soon that its server is gone, unless it is in the middle of a long query. */
  private static final Duration CHILDREN_WAIT_MAX = Duration.ofSeconds(3);

  private OrphanedServer() {}

  /**
   * Stops it when there is one.
   *
   * @throws InvalidSetting when its HQ process lives, or it does not stop
   */
  static void stop(DatabaseFolder folder) throws IOException {
    refuseIfInUse(folder);
    Path pidFile = folder.pidFile();
    if (Files.exists(pidFile)) {
      Optional<ProcessHandle> server = serverIn(folder, pidFile);
      if (server.isPresent()) {
        stop(server.get(), folder);
      }
      Files.deleteIfExists(pidFile);
    }
    stopChildren(folder);
  }

  /** They hold the shared memory, and no new server starts while one of them does. */
  private static void stopChildren(DatabaseFolder folder) throws IOException {
    if (!Files.isDirectory(folder.binaries())) {
      return;
    }
    Path binaries = folder.binaries().toRealPath();
    List<ProcessHandle> children =
        ProcessHandle.allProcesses().filter(process -> runsFrom(binaries, process)).toList();
    for (ProcessHandle child : children) {
      try {
        child.onExit().get(CHILDREN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        LOG.warn("PostgreSQL's child {} outlived its server; ending it.", child.pid());
        child.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while PostgreSQL's children were ending.", e);
      }
    }
  }

  private static boolean runsFrom(Path binaries, ProcessHandle process) {
    return process.info().command().map(c -> Path.of(c).startsWith(binaries)).orElse(false);
  }

  private static void refuseIfInUse(DatabaseFolder folder) throws IOException {
    if (!Files.exists(folder.lock())) {
      return;
    }
    try (FileChannel file = FileChannel.open(folder.lock(), StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock()) {
      if (lock == null) {
        throw inUse(folder);
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    }
  }

  private static InvalidSetting inUse(DatabaseFolder folder) {
    return new InvalidSetting(
        "The database folder "
            + folder.root()
            + " is in use by another HQ process. Stop that one, or set another data.dir.");
  }

  private static Optional<ProcessHandle> serverIn(DatabaseFolder folder, Path pidFile)
      throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.getFirst().strip());
    // The number may belong to somebody else by now; only the server of this data folder is meant.
    String data = folder.data().toString();
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            process.info().arguments().map(given -> List.of(given).contains(data)).orElse(false));
  }

  private static void stop(ProcessHandle server, DatabaseFolder folder) throws IOException {
    LOG.warn("PostgreSQL (pid {}) outlived the HQ that started it; stopping it.", server.pid());
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients. Java can only send TERM.
    new ProcessBuilder("sh", "-c", "kill -INT " + server.pid()).inheritIO().start();
    try {
      server.onExit().get(STOP_WAIT_MAX.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new InvalidSetting(
          "PostgreSQL with pid %d still runs on %s and did not stop within %d s. Stop it by hand and start again."
              .formatted(server.pid(), folder.data(), STOP_WAIT_MAX.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while PostgreSQL was stopping.", e);
    }
  }
}
