package dev.tillbridge.register.screen;

import dev.tillbridge.screens.words.TimeWords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people say them. */
public final class DateWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

  private DateWords() {}

  /** {@code Sunday 22 November 2026}. */
  public static String of(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code 3h12m}: how long ago that was. */
  static String age(Instant at, Clock clock) {
    return TimeWords.of(Duration.between(at, clock.instant()));
  }
}
