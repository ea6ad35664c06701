package dev.tillbridge.it.simulator;

import java.util.Arrays;

/** What will happen, by virtual millisecond and then in the order it was planned. */
final class Timeline {

  private static final int ORDER_BITS = 24;

  private long[] keys = new long[256];
  private Runnable[] events = new Runnable[256];
  private int size;
  private long planned;
  private long now;

  long now() {
    return now;
  }

  void at(long time, Runnable event) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      events = Arrays.copyOf(events, size * 2);
    }
    long key = (Math.max(time, now) << ORDER_BITS) | (planned++ & ((1 << ORDER_BITS) - 1));
    int hole = size++;
    while (hole > 0 && keys[(hole - 1) >>> 1] > key) {
      keys[hole] = keys[(hole - 1) >>> 1];
      events[hole] = events[(hole - 1) >>> 1];
      hole = (hole - 1) >>> 1;
    }
    keys[hole] = key;
    events[hole] = event;
  }

  /** Lets everything happen up to then; events may plan further ones. */
  void runUntil(long end) {
    while (size > 0 && (keys[0] >>> ORDER_BITS) <= end) {
      now = keys[0] >>> ORDER_BITS;
      take().run();
    }
    now = end;
  }

  private Runnable take() {
    Runnable first = events[0];
    size--;
    long key = keys[size];
    Runnable event = events[size];
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && keys[child + 1] < keys[child]) {
        child++;
      }
      if (keys[child] >= key) {
        break;
      }
      keys[hole] = keys[child];
      events[hole] = events[child];
      hole = child;
    }
    keys[hole] = key;
    events[hole] = event;
    return first;
  }
}
