package dev.tillbridge.register.lane;

import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.register.clock.ClockAlarm;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a lane stands with its disk, its clock and its numbers; it changes without a command.
 *
 * @param clock what is the matter with the clock, null when nothing is
 * @param nextBusinessDate what a drawer opened now would get
 * @param newLife told until the next ticket is completed, null when there is nothing to tell
 */
public record Standing(
    DiskStatus disk,
    @Nullable ClockAlarm clock,
    LocalDate nextBusinessDate,
    @Nullable NewLife newLife) {

  /** Whether a new ticket may be begun and a drawer opened. */
  public boolean takesNewTickets() {
    return disk.level() != DiskStatus.Level.FULL;
  }

  /** Whether it asks the same of the people there, apart from figures that move all the time. */
  boolean meansTheSameAs(Standing other) {
    return disk.level() == other.disk.level()
        && Objects.equals(kind(clock), kind(other.clock))
        && nextBusinessDate.equals(other.nextBusinessDate)
        && Objects.equals(newLife, other.newLife);
  }

  private static @Nullable Class<?> kind(@Nullable ClockAlarm alarm) {
    return alarm == null ? null : alarm.getClass();
  }
}
