package dev.tillbridge.it.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many rows have been rung, by all clerks together. Clerks that run ahead of a planned moment
 * wait for it, so a fast machine has its cuts and kills in the same places as a slow one. Any
 * thread may use it.
 */
final class Progress {

  /** Clerks may be this many rows past a moment that has not come yet. */
  static final int AHEAD_MAX = 12;

  private final List<Long> expected = new ArrayList<>();
  private long rows;
  private boolean allRung;
  private @Nullable RuntimeException failure;

  /** Plans a moment; before the clerks begin. */
  synchronized void expect(long atRow) {
    expected.add(atRow);
  }

  /** Counts one row, and waits while a moment is overdue. */
  synchronized void rung() {
    rows++;
    notifyAll();
    while (failure == null && expected.stream().anyMatch(atRow -> rows > atRow + AHEAD_MAX)) {
      await();
    }
    rethrow();
  }

  /** Waits until that row is reached, or everything is rung. */
  synchronized void awaitRow(long atRow) {
    while (failure == null && !allRung && rows < atRow) {
      await();
    }
    rethrow();
  }

  /** The moment has come: nobody waits for it any more. */
  synchronized void came(long atRow) {
    expected.remove(Long.valueOf(atRow));
    notifyAll();
  }

  /** Everything is rung; moments still planned come now. */
  synchronized void finish() {
    allRung = true;
    notifyAll();
  }

  /** Ends the waiting of everybody with this failure. */
  synchronized void abort(RuntimeException cause) {
    if (failure == null) {
      failure = cause;
    }
    notifyAll();
  }

  synchronized long rows() {
    return rows;
  }

  private void await() {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for progress.", e);
    }
  }

  private void rethrow() {
    if (failure != null) {
      throw new IllegalStateException("Stopped: " + failure.getMessage(), failure);
    }
  }
}
