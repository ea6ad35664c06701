package dev.tillbridge.it.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something measured, with an end. */
final class Waiting {

  private static final long LOOK_EVERY_NANOS = 1_000_000;

  private Waiting() {}

  /**
   * Returns the nanoseconds until the condition holds, looked at each millisecond.
   *
   * @throws IllegalStateException when it does not hold in time
   */
  static long until(String what, Duration longest, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > longest.toNanos()) {
        throw new IllegalStateException(
            "Waited " + longest.toSeconds() + " s in vain for this: " + what + ".");
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
    return System.nanoTime() - start;
  }
}
