package dev.tillbridge.it.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Every process this JVM has started and not yet seen end. When this JVM ends, so do they: asked
 * first, killed when they do not answer.
 */
final class Children {

  static final Duration STOP_WAIT_MAX = Duration.ofSeconds(20);

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
  private static boolean ending;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Children::endAll, "end-children"));
  }

  private Children() {}

  /** Starts one, unless this JVM is about to end. */
  static synchronized Process start(ProcessBuilder builder) throws IOException {
    if (ending) {
      throw new IOException("this program is ending and starts no others");
    }
    Process process = builder.start();
    RUNNING.add(process);
    process.onExit().thenAccept(RUNNING::remove);
    return process;
  }

  /** Asks the process to end, and kills it when it has not within {@link #STOP_WAIT_MAX}. */
  static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static void endAll() {
    synchronized (Children.class) {
      ending = true;
    }
    RUNNING.forEach(Process::destroy);
    for (Process process : RUNNING) {
      try {
        stop(process);
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
    }
  }
}
