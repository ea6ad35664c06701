package dev.tillbridge.register.offsite;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.projection.LaneState;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When an event sells and when it is over. */
public final class EventDays {

  /** Longest event, and the furthest ahead one may be started, in days. */
  public static final int DAYS_MAX = 60;

  /** The hour to which an evening of the last day may go on, in the drawer opened on that day. */
  static final int NIGHT_ENDS_AT = 6;

  private EventDays() {}

  /** Whether it ends by itself now: its days are past and no drawer of it is left to count. */
  public static boolean isOver(LaneState state, LocalDate today) {
    OffsiteEvent event = state.open().event();
    return event != null
        && today.isAfter(event.to())
        && state.session() == null
        && uncounted(state, event).isEmpty();
  }

  /** A drawer of the event that is set aside. */
  static Optional<DrawerSession> uncounted(LaneState state, OffsiteEvent event) {
    return state.open().aside().stream()
        .filter(session -> event.hasSession(session.number()))
        .findFirst();
  }

  /** Why no drawer may be opened on that day, if an event says so. */
  public static Optional<OffsiteRefusal> noDrawerOn(LocalDate day, LaneState state) {
    OffsiteEvent event = state.open().event();
    if (event == null) {
      return Optional.empty();
    }
    if (day.isBefore(event.from())) {
      return Optional.of(new OffsiteRefusal.NotYet(event.title(), event.from(), day));
    }
    if (!day.isAfter(event.to())) {
      return Optional.empty();
    }
    return uncounted(state, event)
        .<OffsiteRefusal>map(
            aside -> new OffsiteRefusal.CountTheAside(event.title(), aside.number()))
        .or(() -> Optional.of(new OffsiteRefusal.EndNotRecorded(event.title(), event.to())));
  }

  /** Why no ticket may be begun at that time, if the event's last night is over. */
  public static Optional<OffsiteRefusal> noTicketAt(
      LocalDateTime time, @Nullable OffsiteEvent event) {
    return event != null && time.isAfter(event.to().plusDays(1).atTime(NIGHT_ENDS_AT, 0))
        ? Optional.of(new OffsiteRefusal.DaysArePast(event.title(), event.to()))
        : Optional.empty();
  }
}
