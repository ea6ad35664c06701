package dev.tillbridge.it.powercut;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the power goes. */
sealed interface Moment {

  /** Lines of the tickets rung until then. */
  int lines();

  /** So long after the register was told to start, most often before it is ready. */
  record WhileStarting(Duration after) implements Moment {
    @Override
    public int lines() {
      return 4;
    }
  }

  /** So long after so many acknowledged entries. */
  record WhileRinging(int lines, int acknowledged, Duration after) implements Moment {}

  /**
   * So long after the journal began another file. Large tickets, so that a file of ten megabytes is
   * full soon.
   */
  record AtFileSwitch(int lines, int switches, Duration after) implements Moment {}

  static Moment choose(RandomGenerator random) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return new WhileStarting(Duration.ofMillis(random.nextInt(1_500)));
    }
    if (kind <= 3) {
      return new AtFileSwitch(
          random.nextInt(80, 150), 2, Duration.ofNanos(random.nextInt(50_000_000)));
    }
    return new WhileRinging(
        random.nextInt(1, 12), random.nextInt(400), Duration.ofNanos(random.nextInt(2_000_000)));
  }
}
