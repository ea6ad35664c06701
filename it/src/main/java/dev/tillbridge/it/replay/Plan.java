package dev.tillbridge.it.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Which links are cut and which programs killed, and when: the same for the same seed. */
record Plan(List<Mischief.Cut> cuts, List<Mischief.Kill> kills) {

  /** Neither the first nor the last rows: something shall be open before and go on after. */
  private static final double FROM = 0.04;

  private static final double TO = 0.93;
  private static final int LATER_MS_MAX = 40;
  private static final int CUT_MS_MIN = 1_000;
  private static final int CUT_MS_MAX = 6_000;
  private static final int DOWN_MS_MAX = 800;

  /** How many of each there are to choose from: HQ is program 0, the store 1, registers follow. */
  record Shape(int links, int registers) {}

  static Plan of(long seed, int cuts, int kills, long rows, Shape shape) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Plan(cuts(random, cuts, rows, shape), kills(random, kills, rows, shape));
  }

  private static List<Mischief.Cut> cuts(
      SplittableRandom random, int count, long rows, Shape shape) {
    List<Mischief.Cut> cuts = new ArrayList<>();
    boolean silent = random.nextBoolean();
    for (int i = 0; i < count; i++) {
      cuts.add(
          new Mischief.Cut(
              row(random, i, count, rows),
              later(random),
              random.nextInt(shape.links()),
              silent,
              Duration.ofMillis(random.nextInt(CUT_MS_MIN, CUT_MS_MAX + 1))));
      silent = !silent;
    }
    return List.copyOf(cuts);
  }

  private static List<Mischief.Kill> kills(
      SplittableRandom random, int count, long rows, Shape shape) {
    List<Mischief.Kill> kills = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (kinds.isEmpty()) {
        // HQ, store, register: every kind once before any comes again.
        kinds.addAll(List.of(0, 1, 2));
        Collections.shuffle(kinds, java.util.Random.from(random));
      }
      int kind = kinds.removeLast();
      int program = kind < 2 ? kind : 2 + random.nextInt(shape.registers());
      kills.add(
          new Mischief.Kill(
              row(random, i, count, rows),
              later(random),
              program,
              Duration.ofMillis(random.nextInt(DOWN_MS_MAX))));
    }
    return List.copyOf(kills);
  }

  /** Somewhere in the i-th of equal parts. */
  private static long row(SplittableRandom random, int i, int count, long rows) {
    double part = (i + random.nextDouble()) / count;
    return Math.round(rows * (FROM + (TO - FROM) * part));
  }

  private static Duration later(SplittableRandom random) {
    return Duration.ofMillis(random.nextInt(LATER_MS_MAX));
  }
}
