package dev.tillbridge.register.lane;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The register has a new data directory, and its ticket numbers go on from an earlier one.
 *
 * @param began null when the epoch does not tell
 * @param nextTicket number of the next ticket
 */
public record NewLife(@Nullable ZonedDateTime began, String nextTicket) {

  private static final DateTimeFormatter EPOCH =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  static @Nullable ZonedDateTime began(long epoch) {
    try {
      return LocalDateTime.parse(Long.toString(epoch), EPOCH).atZone(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** For clerk and manager. */
  public String message(ZoneId zone) {
    return "This register began a new life%s; ticket numbers go on from %s."
        .formatted(began == null ? "" : " on " + DATE.format(date(began, zone)), nextTicket);
  }

  private static LocalDate date(ZonedDateTime moment, ZoneId zone) {
    return moment.withZoneSameInstant(zone).toLocalDate();
  }
}
