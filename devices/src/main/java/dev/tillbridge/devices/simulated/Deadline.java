package dev.tillbridge.devices.simulated;

import java.time.Duration;
import jpos.JposConst;

/** A moment on the clock that only runs forward, up to which a device waits. */
record Deadline(long nanoTime) {

  /** JavaPOS's "for ever" is a day: nobody stands at a till for longer. */
  private static final Duration FOREVER = Duration.ofDays(1);

  private static final long NANOS_PER_MILLI = 1_000_000;

  static Deadline in(int millis) {
    long wait = millis == JposConst.JPOS_FOREVER ? FOREVER.toNanos() : millis * NANOS_PER_MILLI;
    return new Deadline(System.nanoTime() + wait);
  }

  /** The earlier of this and so long from now. */
  Deadline within(Duration wait) {
    Deadline other = new Deadline(System.nanoTime() + wait.toNanos());
    return other.nanoTime - nanoTime < 0 ? other : this;
  }

  boolean passed() {
    return System.nanoTime() - nanoTime >= 0;
  }

  /** At least one, because zero means for ever to those who wait. */
  long millisLeft() {
    return Math.max(1, (nanoTime - System.nanoTime()) / NANOS_PER_MILLI);
  }
}
