package dev.tillbridge.it.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final Plan.Shape SHAPE = new Plan.Shape(3, 2);

  @Test
  void sameSeedGivesTheSamePlan() {
    assertThat(Plan.of(7, 5, 5, 3_000, SHAPE)).isEqualTo(Plan.of(7, 5, 5, 3_000, SHAPE));
    assertThat(Plan.of(7, 5, 5, 3_000, SHAPE)).isNotEqualTo(Plan.of(8, 5, 5, 3_000, SHAPE));
  }

  @Test
  void threeKillsHitHqTheStoreAndARegister() {
    LongStream.range(0, 200)
        .forEach(seed -> {
          List<Mischief.Kill> kills = Plan.of(seed, 0, 3, 3_000, SHAPE).kills();

          assertThat(kills.stream().map(kill -> Math.min(kill.program(), 2)))
              .as("seed %d", seed)
              .containsExactlyInAnyOrder(0, 1, 2);
        });
  }

  @Test
  void cutsAlternateBetweenCleanAndSilent() {
    List<Mischief.Cut> cuts = Plan.of(3, 6, 0, 3_000, SHAPE).cuts();

    for (int i = 1; i < cuts.size(); i++) {
      assertThat(cuts.get(i).silent()).isNotEqualTo(cuts.get(i - 1).silent());
    }
  }

  @Test
  void momentsAreSpreadOverTheWholeFile() {
    List<Long> rows = Plan.of(3, 10, 0, 1_000, SHAPE).cuts().stream().map(Mischief::atRow).toList();

    assertThat(rows).isSorted().allMatch(row -> row > 0 && row < 1_000);
    assertThat(rows.getFirst()).isLessThan(140);
    assertThat(rows.getLast()).isGreaterThan(800);
  }
}
