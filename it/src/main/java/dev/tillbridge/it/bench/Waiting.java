package dev.tillbridge.it.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something measured, with an end. */
final class Waiting {

  private static final Duration LOOK_EVERY = Duration.ofMillis(1);

  private Waiting() {}

  /**
   * Returns the nanoseconds until the condition holds, looked at each millisecond.
   *
   * @throws IllegalStateException when it does not hold in time
   */
  static long until(String what, Duration longest, BooleanSupplier condition) {
    return until(what, longest, LOOK_EVERY, condition);
  }

  /** The same, looked at less often: for what costs those who are waited for. */
  static long until(String what, Duration longest, Duration lookEvery, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new IllegalStateException(
            "Waited " + longest.toSeconds() + " s in vain for this: " + what + ".");
      }
      LockSupport.parkNanos(lookEvery.toNanos());
    }
    return System.nanoTime() - start;
  }
}
