package dev.tillbridge.register.clock;

import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.register.projection.LaneState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lane's clock and what is known of its error. Any thread may ask. */
public final class LaneClock {

  private final Clock clock;
  private final ZoneId zone;
  private final Supplier<DeliveryStatus> delivery;

  /**
   * @param zone whose date is a business date
   */
  public LaneClock(Clock clock, ZoneId zone, Supplier<DeliveryStatus> delivery) {
    this.clock = clock;
    this.zone = zone;
    this.delivery = delivery;
  }

  /** This register's own time, in milliseconds as entries carry it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /**
   * What the clock on the shop's wall shows, to the second: the store's time when its clock is
   * known, so that all lanes change their prices together.
   */
  public LocalDateTime onTheWall() {
    Duration offset = delivery.get().clockOffset();
    Instant corrected = offset == null ? now() : now().plus(offset);
    return LocalDateTime.ofInstant(corrected, zone).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The store's clock less this one in milliseconds, null when they were never compared. */
  public @Nullable Long offsetMs() {
    Duration offset = delivery.get().clockOffset();
    return offset == null ? null : offset.toMillis();
  }

  /** What is the matter with the clock, null when nothing is. */
  public @Nullable ClockAlarm alarm(LaneState state) {
    DrawerSession session = state.session();
    return ClockAlarm.of(
        now(),
        delivery.get().clockOffset(),
        state.recordedAt(),
        session == null ? null : session.openedAt());
  }

  /**
   * The business date of a drawer opened now: the store's date when its clock is known. Without it,
   * a clock that went back counts for less than the date of the last entry.
   */
  public LocalDate businessDate(LaneState state) {
    Duration offset = delivery.get().clockOffset();
    Instant corrected = offset == null ? now() : now().plus(offset);
    LocalDate today = LocalDate.ofInstant(corrected, zone);
    LocalDate last = state.businessDate();
    boolean wentBack = offset == null && alarm(state) instanceof ClockAlarm.WentBack;
    return wentBack && last != null && today.isBefore(last) ? last : today;
  }
}
