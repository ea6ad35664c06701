package dev.tillbridge.it.bench;

import java.util.Arrays;

/** Durations of one kind, in nanoseconds. */
final class Samples {

  private static final double NANOS_PER_MS = 1_000_000;

  private long[] nanos = new long[1_024];
  private int count;

  void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count++] = duration;
  }

  /** The value below which this share of the samples lie, in milliseconds. */
  double percentileMs(double share) {
    if (count == 0) {
      throw new IllegalStateException("Nothing was measured.");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (share * count))] / NANOS_PER_MS;
  }

  double medianMs() {
    return percentileMs(0.5);
  }

  double maxMs() {
    return percentileMs(1);
  }
}
