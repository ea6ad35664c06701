package dev.tillbridge.model.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MinorUnitsTest {

  @Test
  void thePennyLeftOverGoesToTheLargestRemainderAndAmongEqualsToTheFirst() {
    assertThat(MinorUnits.shared(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
    assertThat(MinorUnits.shared(160, new long[] {320, 180, 110})).containsExactly(84, 47, 29);
    assertThat(MinorUnits.shared(5, new long[] {0, 7})).containsExactly(0, 5);
    assertThat(MinorUnits.shared(5, new long[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void sharesAddUpAndAreNeverMoreThanTheirWeights() {
    for (long seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long most = random.nextBoolean() ? 1_000 : 1_000_000_000_000_000L;
      long[] weights = random.longs(random.nextInt(1, 9), 0, most).toArray();
      long sum = Arrays.stream(weights).sum();
      long whole = sum == 0 ? 0 : random.nextLong(sum + 1);

      long[] shares = MinorUnits.shared(whole, weights);

      assertThat(Arrays.stream(shares).sum()).as("seed %d", seed).isEqualTo(whole);
      for (int i = 0; i < shares.length; i++) {
        assertThat(shares[i]).as("seed %d", seed).isBetween(0L, weights[i]);
      }
    }
  }

  @Test
  void halfAPennyIsRoundedUp() {
    assertThat(MinorUnits.percentOf(90, BigDecimal.valueOf(5))).isEqualTo(5);
    assertThat(MinorUnits.percentOf(89, BigDecimal.valueOf(5))).isEqualTo(4);
    assertThat(MinorUnits.times(1590, new BigDecimal("0.450"))).isEqualTo(716);
  }
}
