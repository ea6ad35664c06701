package dev.tillbridge.screens.signon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes wrong secrets slow to try: after {@link #FREE} wrong ones in a row the next is looked at
 * only after {@link #FIRST_WAIT}, doubled with each further one up to {@link #LONGEST_WAIT}. Right
 * ones clear the count. Thread-safe; remembers the {@link #REMEMBERED_MAX} ids tried last.
 */
public final class Attempts {

  static final int FREE = 4;
  static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  static final int REMEMBERED_MAX = 10_000;

  private final Clock clock;
  private final Map<String, Wrong> wrongById =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  private record Wrong(int inARow, Instant nextAllowed) {}

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  /** How long this id must wait before its next attempt is looked at; zero when it need not. */
  synchronized Duration waitFor(String id) {
    Wrong wrong = wrongById.get(id);
    if (wrong == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), wrong.nextAllowed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  synchronized void wrong(String id) {
    Wrong before = wrongById.get(id);
    int inARow = before == null ? 1 : before.inARow() + 1;
    wrongById.put(id, new Wrong(inARow, clock.instant().plus(waitAfter(inARow))));
  }

  synchronized void right(String id) {
    wrongById.remove(id);
  }

  private static Duration waitAfter(int inARow) {
    if (inARow < FREE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(inARow - FREE, 20);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
