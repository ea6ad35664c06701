package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Days of a store, each sequence from a seed; a seed that fails is added to the list. {@code
 * -Dtillbridge.days.seeds=100-300} runs these instead.
 */
class AnyDaysTest {

  /** 29: a hold hid a return; 52: a refund went to the card and to a store credit. */
  private static final String PERMANENT = "1-18,29,52";

  private static final int DEEDS = 1_500;
  private static final int CHECK_EVERY = 250;

  static LongStream seeds() {
    String given = System.getProperty("tillbridge.days.seeds", PERMANENT);
    return Arrays.stream(given.split(","))
        .map(String::strip)
        .flatMapToLong(part -> {
          String[] ends = part.split("-", 2);
          return LongStream.rangeClosed(
              Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
        });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void drawersTicketsAndLedgerAgreeAndNothingComesFromNothing(long seed) {
    Days days = new Days(seed);
    Agreement agreement = new Agreement(days.store);
    try {
      for (int deed = 1; deed <= DEEDS; deed++) {
        days.step();
        if (deed % CHECK_EVERY == 0) {
          agreement.check();
        }
      }
      days.settle();
      agreement.check();
      agreement.checkCards();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "Seed %d: %s%nThe last deeds:%n%s".formatted(seed, e.getMessage(), days.lastDeeds()), e);
    }
    assertThat(days.store.tickets()).as("tickets of seed %d", seed).hasSizeGreaterThan(50);
    if (Boolean.getBoolean("tillbridge.days.tell")) {
      System.out.println("Seed " + seed + ": " + days.store.tickets().size() + " " + days.done);
    }
  }
}
