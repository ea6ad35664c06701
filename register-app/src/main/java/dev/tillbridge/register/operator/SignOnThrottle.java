package dev.tillbridge.register.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down guessing: after {@value #FREE_TRIES} wrong PINs in a row an operator waits, and twice
 * as long after each further one. Ids that nobody has share one count. Not thread-safe; forgotten
 * at a restart.
 */
public final class SignOnThrottle {

  static final int FREE_TRIES = 3;
  static final Duration FIRST_WAIT = Duration.ofSeconds(15);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private record Wrong(int tries, Instant waitUntil) {}

  private final Clock clock;
  private final Map<String, Wrong> wrong = new HashMap<>();

  public SignOnThrottle(Clock clock) {
    this.clock = clock;
  }

  /** How long this operator still has to wait; zero when they may try. */
  public Duration left(String operator) {
    Wrong before = wrong.get(operator);
    if (before == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), before.waitUntil());
    if (left.compareTo(LONGEST_WAIT) > 0) {
      return LONGEST_WAIT; // the clock was set back
    }
    return left.isPositive() ? left : Duration.ZERO;
  }

  /** Counts a wrong PIN. */
  public void wrong(String operator) {
    Wrong before = wrong.get(operator);
    int tries = before == null ? 1 : before.tries() + 1;
    wrong.put(operator, new Wrong(tries, clock.instant().plus(waitAfter(tries))));
  }

  /** Forgets the wrong PINs of an operator who got it right. */
  public void right(String operator) {
    wrong.remove(operator);
  }

  private static Duration waitAfter(int tries) {
    if (tries < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - FREE_TRIES, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
