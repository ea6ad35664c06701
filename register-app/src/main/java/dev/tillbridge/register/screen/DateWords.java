package dev.tillbridge.register.screen;

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
}
