package dev.tillbridge.it.powercut;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the power goes. */
public sealed interface Moment {

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
   * So long after the broker began so many files. The first is the journal's next one, made ahead;
   * the second shows that the first is being written to.
   */
  record AtNewFile(int lines, int files, Duration after) implements Moment {}

  /** So long after the journal outgrew its memory and the broker began to page it to disk. */
  record AtPaging(int lines, Duration after) implements Moment {}

  /** Of 40 moments 20 while ringing, 4 with huge tickets, 11 at a new file, 4 while starting. */
  static Moment any(RandomGenerator random) {
    int kind = random.nextInt(40);
    if (kind < 20) {
      return whileRinging(random);
    }
    if (kind < 24) {
      return withHugeTickets(random);
    }
    if (kind < 35) {
      return atNewFile(random);
    }
    return kind < 36 ? atPaging(random) : whileStarting(random);
  }

  static Moment whileRinging(RandomGenerator random) {
    return new WhileRinging(random.nextInt(1, 12), random.nextInt(400), upTo(2_000, random));
  }

  /** Tickets of more than 100 KiB, which the broker stores as files of their own. */
  static Moment withHugeTickets(RandomGenerator random) {
    return new WhileRinging(random.nextInt(450, 700), random.nextInt(20), upTo(20_000, random));
  }

  static Moment atNewFile(RandomGenerator random) {
    return new AtNewFile(random.nextInt(80, 150), 2, upTo(40_000, random));
  }

  static Moment atPaging(RandomGenerator random) {
    return new AtPaging(random.nextInt(250, 350), upTo(60_000, random));
  }

  static Moment whileStarting(RandomGenerator random) {
    return new WhileStarting(upTo(1_000_000, random));
  }

  private static Duration upTo(int micros, RandomGenerator random) {
    return Duration.ofNanos(1_000L * random.nextInt(micros));
  }
}
