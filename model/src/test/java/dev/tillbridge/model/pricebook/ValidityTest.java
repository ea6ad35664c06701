package dev.tillbridge.model.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValidityTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @Test
  void hoursPastMidnightBelongToTheDayTheyBeganOn() {
    Validity nights = hours(LocalTime.of(22, 0), LocalTime.of(2, 0), DayOfWeek.FRIDAY);

    assertThat(nights.holds(null, FRIDAY.atTime(21, 59))).isFalse();
    assertThat(nights.holds(null, FRIDAY.atTime(22, 0))).isTrue();
    assertThat(nights.holds(null, FRIDAY.plusDays(1).atTime(1, 59))).isTrue();
    assertThat(nights.holds(null, FRIDAY.plusDays(1).atTime(2, 0))).isFalse();
    assertThat(nights.holds(null, FRIDAY.atTime(1, 0))).isFalse();
  }

  @Test
  void hoursUntilMidnightEndWithTheDay() {
    Validity evenings = hours(LocalTime.of(22, 0), LocalTime.MIDNIGHT, DayOfWeek.FRIDAY);

    assertThat(evenings.holds(null, FRIDAY.atTime(23, 59))).isTrue();
    assertThat(evenings.holds(null, FRIDAY.plusDays(1).atStartOfDay())).isFalse();
  }

  @Test
  void hoursWithoutBeginOrEndReachMidnight() {
    assertThat(hours(null, LocalTime.of(9, 0)).holds(null, FRIDAY.atStartOfDay())).isTrue();
    assertThat(hours(LocalTime.of(9, 0), null).holds(null, FRIDAY.atTime(23, 59))).isTrue();
  }

  @Test
  void aStoreWithoutAZoneIsInNone() {
    Validity north = new Validity(null, null, List.of(), null, null, List.of("N"));

    assertThat(north.holds("N", FRIDAY.atStartOfDay())).isTrue();
    assertThat(north.holds("S", FRIDAY.atStartOfDay())).isFalse();
    assertThat(north.holds(null, FRIDAY.atStartOfDay())).isFalse();
  }

  @Test
  void whatHoldsAtAnyTimeOfADayTouchesIt() {
    for (long seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      LocalDateTime from = FRIDAY.atStartOfDay().plusMinutes(random.nextInt(-3_000, 3_000));
      Validity validity =
          new Validity(
              random.nextBoolean() ? from : null,
              random.nextBoolean() ? from.plusMinutes(random.nextInt(1, 3_000)) : null,
              List.of(),
              null,
              null,
              random.nextBoolean() ? List.of("N") : List.of());
      String zone = random.nextBoolean() ? "N" : null;
      LocalDateTime moment = FRIDAY.atStartOfDay().plusMinutes(random.nextInt(1_440));

      if (validity.holds(zone, moment)) {
        assertThat(validity.touches(zone, FRIDAY)).as("seed %d, %s", seed, validity).isTrue();
      }
    }
  }

  @Test
  void whatEndsBeforeItBeginsIsRefused() {
    LocalDateTime noon = FRIDAY.atTime(12, 0);

    assertThatThrownBy(() -> new Validity(noon, noon, List.of(), null, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> hours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Validity hours(
      @Nullable LocalTime from, @Nullable LocalTime until, DayOfWeek... days) {
    return new Validity(null, null, List.of(days), from, until, List.of());
  }
}
