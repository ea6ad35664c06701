package dev.tillbridge.model.delivery;

import java.time.Duration;
import java.time.Instant;

/** Waiting by a wall clock. */
final class Elapsed {

  private Elapsed() {}

  /**
   * Whether it is over; also when the clock was set back behind its start, or it never would be.
   */
  static boolean atLeast(Duration wait, Instant start, Instant now) {
    return now.isBefore(start) || !now.isBefore(start.plus(wait));
  }
}
