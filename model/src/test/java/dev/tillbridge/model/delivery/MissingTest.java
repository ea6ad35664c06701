package dev.tillbridge.model.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MissingTest {

  @Test
  void nothingIsMissingWithoutWordOfMore() {
    assertThat(Missing.between(7, List.of(), 7, 10)).isEmpty();
    assertThat(Missing.between(7, List.of(), 3, 10)).isEmpty();
  }

  @Test
  void whatOnlyAHeartbeatToldOfIsMissing() {
    assertThat(Missing.between(7, List.of(), 9, 10)).containsExactly(new SequenceRange(8, 9));
  }

  @Test
  void furtherGapsAreLeftForLater() {
    assertThat(Missing.between(0, List.of(2L, 4L, 6L), 9, 2))
        .containsExactly(new SequenceRange(1, 1), new SequenceRange(3, 3));
  }

  @Test
  void anyNumberIsHeldOrMissing() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long upTo = random.nextLong(5);
      long announced = random.nextLong(20);
      List<Long> held =
          LongStream.range(upTo + 2, 20).filter(n -> random.nextBoolean()).boxed().toList();

      List<SequenceRange> missing = Missing.between(upTo, held, announced, 100);

      long end = Math.max(announced, held.isEmpty() ? upTo : held.getLast());
      for (long number = upTo + 1; number <= end; number++) {
        assertThat(inOneOf(missing, number))
            .as("seed %d, number %d of %s in %s", seed, number, held, missing)
            .isEqualTo(!held.contains(number));
      }
    }
  }

  @Test
  void stillMissingIsWhatBothName() {
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<SequenceRange> asked = ranges(random);
      List<SequenceRange> missing = ranges(random);

      List<SequenceRange> still = Missing.still(asked, missing);

      for (long number = 1; number < 40; number++) {
        assertThat(inOneOf(still, number))
            .as("seed %d, number %d of %s and %s in %s", seed, number, asked, missing, still)
            .isEqualTo(inOneOf(asked, number) && inOneOf(missing, number));
      }
    }
  }

  private static List<SequenceRange> ranges(SplittableRandom random) {
    List<SequenceRange> ranges = new ArrayList<>();
    long from = 1 + random.nextLong(6);
    while (from < 30) {
      long to = from + random.nextLong(6);
      ranges.add(new SequenceRange(from, to));
      from = to + 2 + random.nextLong(6);
    }
    return ranges;
  }

  private static boolean inOneOf(List<SequenceRange> ranges, long number) {
    return ranges.stream().anyMatch(range -> range.contains(number));
  }
}
