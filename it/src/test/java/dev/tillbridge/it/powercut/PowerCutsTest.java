package dev.tillbridge.it.powercut;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few cuts in each build; {@code ./tillbridge power-cut --cuts 200} for many. */
@Tag("drill")
@Order(7)
class PowerCutsTest {

  @TempDir private Path folder;

  @BeforeEach
  void powerCanBeCutHere() {
    PowerSwitch.requireOrSkip();
  }

  @Test
  void everyAcknowledgedEntrySurvivesCutsWhileRinging() throws Exception {
    PowerCutResult result = cut(3, true, Moment::whileRinging);

    assertThat(result.findings()).isEmpty();
    assertThat(result.lost()).isZero();
    assertThat(result.acknowledged()).isPositive().isEqualTo(result.survived());
  }

  /** The broker renames each new file and left it to chance when the name reached the disk. */
  @Test
  void everyAcknowledgedEntrySurvivesACutInAFileJustBegun() throws Exception {
    PowerCutResult result =
        cut(1, true, random -> new Moment.AtNewFile(120, 2, Duration.ofMillis(5)));

    assertThat(result.findings()).isEmpty();
    assertThat(result.lost()).isZero();
  }

  @Test
  void identityAndKeySurviveACutDuringTheFirstStart() throws Exception {
    PowerCutResult result =
        cut(2, true, random -> new Moment.WhileRinging(1, 0, Duration.ofNanos(0)));

    assertThat(result.findings()).isEmpty();
  }

  /** Shows that the cuts can fail: here they must. */
  @Test
  void cutsFindTheLossesOfAJournalThatForcesNothing() throws Exception {
    PowerCutResult result =
        cut(1, false, random -> new Moment.WhileRinging(3, 200, Duration.ofNanos(0)));

    assertThat(result.acknowledged()).isGreaterThanOrEqualTo(200);
    assertThat(result.lost()).isGreaterThan(100);
    assertThat(result.kept()).isFalse();
  }

  private PowerCutResult cut(int cuts, boolean sync, Function<RandomGenerator, Moment> moments)
      throws Exception {
    long seed = System.nanoTime();
    System.out.println("Power cuts with seed " + seed);
    return new PowerCuts(folder, seed, sync, moments, line -> {}).run(cuts);
  }
}
