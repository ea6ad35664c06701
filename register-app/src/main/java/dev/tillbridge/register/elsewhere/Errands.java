package dev.tillbridge.register.elsewhere;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is asked beside the lane: at most {@value #AT_ONCE} errands at a time, and {@value
 * #WAITING_MAX} wait; what comes on top is turned away.
 */
public final class Errands implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Errands.class);
  private static final int AT_ONCE = 4;
  private static final int WAITING_MAX = 32;
  private static final int CLOSE_SECONDS_MAX = 2;

  private final Executor worker;
  private final @Nullable ThreadPoolExecutor own;

  /** Errands run on this executor, which is somebody else's. */
  public Errands(Executor worker) {
    this.worker = worker;
    this.own = null;
  }

  private Errands(ThreadPoolExecutor own) {
    this.worker = own;
    this.own = own;
  }

  /** Errands on threads of their own. */
  public static Errands start() {
    return new Errands(
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("elsewhere-", 0).daemon().factory()));
  }

  /** Begins one; false when too many wait already. One that fails is told in the log. */
  public boolean run(Runnable errand) {
    try {
      worker.execute(() -> {
        try {
          errand.run();
        } catch (RuntimeException e) {
          log.error("An inquiry failed; the lane is as it was. Ask again.", e);
        }
      });
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** What is under way may end within a few seconds; what waits is not begun. */
  @Override
  public void close() {
    if (own == null) {
      return;
    }
    own.shutdownNow();
    try {
      var _ = own.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
