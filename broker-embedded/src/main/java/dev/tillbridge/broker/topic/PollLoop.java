package dev.tillbridge.broker.topic;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A thread that does one step again and again, with a pause between, until it is closed. */
public final class PollLoop implements AutoCloseable {

  private static final Duration STOP_MAX = Duration.ofSeconds(5);

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Duration pause;
  private final Runnable step;
  private final Consumer<RuntimeException> onFailure;
  private final Thread thread;

  private PollLoop(
      String name, Duration pause, Runnable step, Consumer<RuntimeException> onFailure) {
    this.pause = pause;
    this.step = step;
    this.onFailure = onFailure;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /** Starts the thread; a failed step is reported and does not end it. */
  public static PollLoop start(
      String name, Duration pause, Runnable step, Consumer<RuntimeException> onFailure) {
    PollLoop loop = new PollLoop(name, pause, step, onFailure);
    loop.thread.start();
    return loop;
  }

  /** Whether close was called: long steps ask and end early. */
  public boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void run() {
    try {
      do {
        try {
          step.run();
        } catch (RuntimeException e) {
          if (!isStopping()) {
            onFailure.accept(e);
          }
        }
      } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Stops after the step under way, waiting for it a few seconds at most. No interrupt: inside a
   * broker's client it could close a file under the broker of this process.
   */
  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(STOP_MAX);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
