package dev.tillbridge.register.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.register.lane.SteppedClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignOnThrottleTest {

  private final SteppedClock clock = new SteppedClock("2026-11-22T08:00:00Z");
  private final SignOnThrottle throttle = new SignOnThrottle(clock);

  @Test
  void twoWrongPinsCostNothing() {
    wrong(2);

    assertThat(throttle.left("1001")).isZero();
  }

  @Test
  void eachFurtherWrongPinDoublesTheWaitUpToALimit() {
    wrong(3);
    assertThat(throttle.left("1001")).isEqualTo(Duration.ofSeconds(15));
    wrong(1);
    assertThat(throttle.left("1001")).isEqualTo(Duration.ofSeconds(30));
    wrong(100);
    assertThat(throttle.left("1001")).isEqualTo(SignOnThrottle.LONGEST_WAIT);
  }

  @Test
  void theWaitPassesWithTime() {
    wrong(3);

    clock.advance(Duration.ofSeconds(14));
    assertThat(throttle.left("1001")).isEqualTo(Duration.ofSeconds(1));
    clock.advance(Duration.ofSeconds(1));
    assertThat(throttle.left("1001")).isZero();
  }

  @Test
  void aClockSetBackDoesNotLockSomebodyOutForLong() {
    wrong(3);

    clock.advance(Duration.ofDays(-365));

    assertThat(throttle.left("1001")).isEqualTo(SignOnThrottle.LONGEST_WAIT);
  }

  @Test
  void aRightPinClearsTheCount() {
    wrong(5);

    throttle.right("1001");
    wrong(2);

    assertThat(throttle.left("1001")).isZero();
  }

  @Test
  void oneOperatorsWrongPinsDoNotHoldUpAnother() {
    wrong(5);

    assertThat(throttle.left("1002")).isZero();
  }

  private void wrong(int times) {
    for (int i = 0; i < times; i++) {
      throttle.wrong("1001");
    }
  }
}
