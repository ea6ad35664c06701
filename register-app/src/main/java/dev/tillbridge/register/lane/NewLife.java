package dev.tillbridge.register.lane;

import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
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

  static @Nullable ZonedDateTime began(long epoch) {
    try {
      return LocalDateTime.parse(Long.toString(epoch), EPOCH).atZone(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** For clerk and manager. */
  public String message(ZoneId zone, Words words) {
    return began == null
        ? words.of(Word.NEW_LIFE, nextTicket)
        : words.of(Word.NEW_LIFE_SINCE, words.longDay(date(began, zone)), nextTicket);
  }

  private static LocalDate date(ZonedDateTime moment, ZoneId zone) {
    return moment.withZoneSameInstant(zone).toLocalDate();
  }
}
