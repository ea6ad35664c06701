package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.RegisterStream;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates and times as the pages write them. */
public final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter EPOCH =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
  private static final int HASH_SHORT = 12;

  private final ZoneId zone;
  private final Clock clock;

  Words(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  public String day(LocalDate date) {
    return DAY.format(date);
  }

  public String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** {@code 12s ago}. */
  public String ago(Instant instant) {
    Duration past = Duration.between(instant, clock.instant());
    return past.compareTo(Duration.ofSeconds(1)) < 0 ? "just now" : TimeWords.of(past) + " ago";
  }

  /** {@code 10:12} of today, {@code 21 Nov 2026, 10:12:05} of another day. */
  public String clock(Instant instant, Instant now) {
    boolean today = instant.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
    return today ? CLOCK.format(instant.atZone(zone)) : time(instant);
  }

  /** When a register's data directory was made, which is what its epoch says. */
  public String epoch(long epoch) {
    try {
      return "since "
          + time(LocalDateTime.parse(Long.toString(epoch), EPOCH).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return "epoch " + epoch;
    }
  }

  /** {@code 21, 42 to 43 and more}. */
  public String gaps(RegisterStream stream) {
    String shown =
        stream.gaps().stream().map(RegisterStream.Gap::toString).collect(Collectors.joining(", "));
    long missingThere = stream.gaps().stream().mapToLong(RegisterStream.Gap::count).sum();
    return missingThere < stream.missing() ? shown + " and more" : shown;
  }

  /** The first digits of a hash. */
  public String shortHash(String hash) {
    return hash.substring(0, HASH_SHORT);
  }
}
