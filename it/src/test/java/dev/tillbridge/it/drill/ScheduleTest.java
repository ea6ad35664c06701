package dev.tillbridge.it.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Duration LENGTH = Duration.ofMinutes(10);
  private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertThat(Schedule.of(7, 120, LENGTH, ALL)).isEqualTo(Schedule.of(7, 120, LENGTH, ALL));
    assertThat(Schedule.of(7, 120, LENGTH, ALL)).isNotEqualTo(Schedule.of(8, 120, LENGTH, ALL));
  }

  @Test
  void everyKindComesOnceBeforeAnyComesAgain() {
    Schedule schedule = Schedule.of(3, FaultKind.values().length, LENGTH, ALL);

    assertThat(schedule.faults())
        .extracting(Fault::kind)
        .containsExactlyInAnyOrder(FaultKind.values());
  }

  @Test
  void faultsComeInOrderAndWithinTheTime() {
    Schedule schedule = Schedule.of(11, 100, LENGTH, ALL);

    assertThat(schedule.faults())
        .hasSize(100)
        .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(schedule.faults()).allMatch(fault -> fault.at().compareTo(LENGTH) <= 0);
  }

  @Test
  void whatTheMachineCannotDoIsLeftOut() {
    Set<FaultKind> possible = EnumSet.complementOf(EnumSet.of(FaultKind.DISK_FULL));

    assertThat(Schedule.of(5, 200, LENGTH, possible).faults())
        .extracting(Fault::kind)
        .doesNotContain(FaultKind.DISK_FULL);
  }
}
