package dev.tillbridge.it.simulator;

import java.util.SplittableRandom;

/** How a schedule's links treat what travels over them. */
final class Weather {

  private static final int EXTRA_DELAY_MAX = 8_000;

  private final SplittableRandom random;
  private final Tally tally;
  private final int delayMax;
  private final int lossPermille;
  private final int doublePermille;
  private final int delayPermille;
  private final int reorderPermille;
  private boolean calm;

  Weather(SplittableRandom random, Tally tally) {
    this.random = random;
    this.tally = tally;
    this.delayMax = 2 + random.nextInt(300);
    this.lossPermille = permille(150);
    this.doublePermille = permille(200);
    this.delayPermille = permille(200);
    this.reorderPermille = permille(500);
  }

  /** Half of the schedules do not know the fault at all. */
  private int permille(int max) {
    return random.nextBoolean() ? 0 : random.nextInt(max);
  }

  void calm(boolean now) {
    calm = now;
  }

  long delay() {
    return 1 + random.nextInt(delayMax);
  }

  long extraDelay() {
    return happens(delayPermille, Fault.DELAYED) ? random.nextInt(EXTRA_DELAY_MAX) : 0;
  }

  boolean loses() {
    return happens(lossPermille, Fault.LOST);
  }

  boolean doubles() {
    return happens(doublePermille, Fault.DOUBLED);
  }

  boolean reorders() {
    return happens(reorderPermille, Fault.REORDERED);
  }

  private boolean happens(int permille, Fault fault) {
    if (calm || permille == 0 || random.nextInt(1_000) >= permille) {
      return false;
    }
    tally.count(fault);
    return true;
  }
}
