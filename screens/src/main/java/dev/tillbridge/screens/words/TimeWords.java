package dev.tillbridge.screens.words;

import java.time.Duration;
import java.util.Locale;

/** Lengths of time and counts, as people read them: {@code 4m12s}, {@code 37 tickets}. */
public final class TimeWords {

  private TimeWords() {}

  /** Its two largest units, seconds rounded up. */
  public static String of(Duration time) {
    long seconds = Math.max(0, time.plusMillis(999).toSeconds());
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + "m" + two(seconds % 60) + "s";
    }
    if (seconds < 86_400) {
      return seconds / 3_600 + "h" + two(seconds % 3_600 / 60) + "m";
    }
    return seconds / 86_400 + "d" + two(seconds % 86_400 / 3_600) + "h";
  }

  /** A count with its noun: {@code 1 ticket}, {@code 1,200 tickets}. */
  public static String count(long number, String noun) {
    return count(number, noun, noun + "s");
  }

  /** A count with a noun of irregular plural: {@code 1 entry}, {@code 2 entries}. */
  public static String count(long number, String noun, String nouns) {
    return String.format(Locale.UK, "%,d ", number) + (number == 1 ? noun : nouns);
  }

  private static String two(long number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
