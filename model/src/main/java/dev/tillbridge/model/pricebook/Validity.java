package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and where a promotion is in force, by the shop's clock on the wall.
 *
 * @param from first moment, null for always
 * @param until first moment it is over, null for never
 * @param weekdays on which it runs, empty for all; the day on which its hours began counts
 * @param hoursFrom first time of a day, null for midnight
 * @param hoursUntil first time of a day it is over, null for midnight; before {@code hoursFrom} it
 *     runs past midnight
 * @param zones codes of price zones, empty for all stores
 */
@JsonPropertyOrder({"from", "until", "weekdays", "hoursFrom", "hoursUntil", "zones"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Validity(
    @Nullable LocalDateTime from,
    @Nullable LocalDateTime until,
    List<DayOfWeek> weekdays,
    @Nullable LocalTime hoursFrom,
    @Nullable LocalTime hoursUntil,
    List<String> zones) {

  /** At any time and in every store. */
  public static final Validity ALWAYS = new Validity(null, null, List.of(), null, null, List.of());

  public Validity {
    weekdays = weekdays == null ? List.of() : weekdays.stream().distinct().sorted().toList();
    zones = zones == null ? List.of() : zones.stream().distinct().sorted().toList();
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "A promotion ends after it begins; got %s to %s.".formatted(from, until));
    }
    if (hoursFrom != null && hoursFrom.equals(hoursUntil)) {
      throw new IllegalArgumentException(
          "A promotion's hours end at another time than they begin; got " + hoursFrom + ".");
    }
  }

  /** Whether it is in force in this zone at this moment; zone null for a store without one. */
  public boolean holds(@Nullable String zone, LocalDateTime moment) {
    boolean between =
        (from == null || !moment.isBefore(from)) && (until == null || moment.isBefore(until));
    return isIn(zone) && between && hoursHold(moment);
  }

  /** Whether it may be in force in this zone at some time of this day, by its dates alone. */
  public boolean touches(@Nullable String zone, LocalDate day) {
    return isIn(zone)
        && (from == null || !from.toLocalDate().isAfter(day))
        && (until == null || until.isAfter(day.atStartOfDay()));
  }

  private boolean isIn(@Nullable String zone) {
    return zones.isEmpty() || (zone != null && zones.contains(zone));
  }

  private boolean hoursHold(LocalDateTime moment) {
    LocalTime begin = hoursFrom == null ? LocalTime.MIN : hoursFrom;
    LocalTime time = moment.toLocalTime();
    boolean pastMidnight = hoursUntil != null && hoursUntil.isBefore(begin);
    if (pastMidnight && time.isBefore(hoursUntil)) {
      return onWeekday(moment.getDayOfWeek().minus(1));
    }
    boolean ended = hoursUntil != null && !pastMidnight && !time.isBefore(hoursUntil);
    return !time.isBefore(begin) && !ended && onWeekday(moment.getDayOfWeek());
  }

  private boolean onWeekday(DayOfWeek day) {
    return weekdays.isEmpty() || weekdays.contains(day);
  }
}
