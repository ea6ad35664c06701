package dev.tillbridge.it.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** All faults of a drill: the same for the same seed, count, length and kinds. */
record Schedule(List<Fault> faults) {

  private static final int TARGETS_MAX = 1 << 16;
  private static final int LASTING_MS_MIN = 300;
  private static final int LASTING_MS_MAX = 6_000;

  Schedule {
    faults = List.copyOf(faults);
  }

  /**
   * Faults spread over the time, every kind once before any comes again.
   *
   * @param kinds what this machine can do
   */
  static Schedule of(long seed, int count, Duration length, Set<FaultKind> kinds) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FaultKind> bag = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (bag.isEmpty()) {
        refill(bag, i == 0, kinds, random);
      }
      long at = Math.round(length.toMillis() * ((i + random.nextDouble()) / count));
      faults.add(
          new Fault(
              bag.removeLast(),
              Duration.ofMillis(at),
              random.nextInt(TARGETS_MAX),
              Duration.ofMillis(random.nextInt(LASTING_MS_MIN, LASTING_MS_MAX)),
              random.nextLong()));
    }
    return new Schedule(faults);
  }

  /** Each kind once at first, then each as often as its weight says. */
  private static void refill(
      List<FaultKind> bag, boolean first, Set<FaultKind> kinds, SplittableRandom random) {
    for (FaultKind kind : FaultKind.values()) {
      if (kinds.contains(kind)) {
        bag.addAll(Collections.nCopies(first ? 1 : kind.weight(), kind));
      }
    }
    Collections.shuffle(bag, Random.from(random));
  }

  /** Those that begin in this stretch of time, in order. */
  List<Fault> between(Duration from, Duration to) {
    return faults.stream()
        .filter(fault -> fault.at().compareTo(from) >= 0 && fault.at().compareTo(to) < 0)
        .toList();
  }
}
