package dev.tillbridge.register.clock;

import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Why the register's clock is in doubt. Selling goes on all the same. */
public sealed interface ClockAlarm {

  /** Clocks of a shop are this close, or somebody should look. */
  Duration APART_MAX = Duration.ofMinutes(2);

  /** A clock is set back by so little every day, and nobody need know. */
  Duration BACK_MAX = Duration.ofSeconds(5);

  /** A register may stand still over a long holiday, and not for longer than this. */
  Duration AHEAD_MAX = Duration.ofDays(180);

  /** For clerk and manager: the fact, the values, and what to do. */
  String message(ZoneId zone, Words words);

  /**
   * The store's clock says something else.
   *
   * @param offset the store's clock less this one
   */
  record Apart(Duration offset) implements ClockAlarm {
    @Override
    public String message(ZoneId zone, Words words) {
      return words.of(
          offset.isNegative() ? Word.CLOCK_AHEAD : Word.CLOCK_BEHIND, TimeWords.of(offset.abs()));
    }
  }

  /** It went back: something was recorded later than now. */
  record WentBack(Instant now, Instant recorded) implements ClockAlarm {
    @Override
    public String message(ZoneId zone, Words words) {
      return words.of(
          Word.CLOCK_WENT_BACK,
          words.moment(now.atZone(zone)),
          words.moment(recorded.atZone(zone)));
    }
  }

  /** It is implausibly far after what was recorded last. */
  record FarAhead(Instant now, Instant recorded) implements ClockAlarm {
    @Override
    public String message(ZoneId zone, Words words) {
      return words.of(
          Word.CLOCK_FAR_AHEAD,
          words.moment(now.atZone(zone)),
          Duration.between(recorded, now).toDays());
    }
  }

  /**
   * Compares the clock with all that is known.
   *
   * @param offset the store's clock less this one, null when they were never compared
   * @param lastEntry when the last entry was made, null when there is none
   * @param sessionOpened when the open drawer session began, null when the drawer is closed; it
   *     still tells of a jump after the next entry was made with the wrong time
   */
  static @Nullable ClockAlarm of(
      Instant now,
      @Nullable Duration offset,
      @Nullable Instant lastEntry,
      @Nullable Instant sessionOpened) {
    if (offset != null && offset.abs().compareTo(APART_MAX) > 0) {
      return new Apart(offset);
    }
    if (lastEntry == null) {
      return null;
    }
    Instant opened = sessionOpened == null ? lastEntry : sessionOpened;
    Instant latest = lastEntry.isAfter(opened) ? lastEntry : opened;
    Instant earliest = lastEntry.isBefore(opened) ? lastEntry : opened;
    if (now.isBefore(latest.minus(BACK_MAX))) {
      return new WentBack(now, latest);
    }
    return now.isAfter(earliest.plus(AHEAD_MAX)) ? new FarAhead(now, earliest) : null;
  }
}
