package dev.tillbridge.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One program that runs, is killed and runs again. Any thread may use it. */
public final class Program implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final Recipe recipe;
  private @Nullable Process process;
  private long logStart;

  public Program(Recipe recipe) {
    this.recipe = recipe;
  }

  public String name() {
    return recipe.name();
  }

  /** Where its output goes. */
  public Path log() {
    return recipe.log();
  }

  /** Starts it and returns at once; follow with {@link #awaitReady}. */
  public synchronized void launch() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException(name() + " runs already, as process " + process.pid() + ".");
    }
    try {
      Path folder = recipe.log().toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      logStart = Files.exists(recipe.log()) ? Files.size(recipe.log()) : 0;
      process =
          Children.start(
              new ProcessBuilder(recipe.command())
                  .redirectErrorStream(true)
                  .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                  .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.log().toFile())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + name() + ": " + e.getMessage() + ".", e);
    }
  }

  /**
   * Waits for its {@code READY} line.
   *
   * @throws StartFailed when it ends before, or is not ready in time
   */
  public void awaitReady(Duration waitMax) {
    long deadline = System.nanoTime() + waitMax.toNanos();
    Process started = running();
    while (System.nanoTime() < deadline) {
      boolean alive = started.isAlive();
      if (LogTail.since(log(), logStart()).lines().anyMatch(line -> line.startsWith("READY "))) {
        return;
      }
      if (!alive) {
        throw failed("ended with code " + started.exitValue() + " before it was ready");
      }
      pause();
    }
    throw failed("was not ready within " + waitMax.toSeconds() + " s");
  }

  /**
   * Runs it to its end and answers with its output.
   *
   * @throws StartFailed when it ends with another code than 0, or not in time
   */
  public String runToEnd(Duration waitMax) {
    launch();
    Process started = running();
    try {
      if (!started.waitFor(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
        throw failed("did not end within " + waitMax.toSeconds() + " s and was killed");
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    if (started.exitValue() != 0) {
      throw failed("ended with code " + started.exitValue());
    }
    return LogTail.since(log(), logStart());
  }

  /** Kills it as a power cut would; returns when it is gone. */
  public void kill() {
    try {
      running().destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Asks it to end, and waits until it has. */
  public synchronized void stop() {
    if (process != null) {
      try {
        Children.stop(process);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
  }

  /** The running process, empty when it has ended or was never started. */
  public synchronized Optional<ProcessHandle> handle() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  @Override
  public void close() {
    stop();
  }

  private synchronized Process running() {
    if (process == null) {
      throw new IllegalStateException(name() + " was never started.");
    }
    return process;
  }

  private synchronized long logStart() {
    return logStart;
  }

  private StartFailed failed(String what) {
    List<String> last = LogTail.lastLines(log(), logStart(), 20);
    return new StartFailed(
        "%s %s. Its log is %s and ends:%n  %s"
            .formatted(name(), what, log(), String.join(System.lineSeparator() + "  ", last)));
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_EVERY);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Interrupted while waiting for a program.", e);
  }
}
