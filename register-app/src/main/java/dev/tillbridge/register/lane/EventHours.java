package dev.tillbridge.register.lane;

import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.offsite.EventDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the till to the days of an event: it ends by itself, and nothing is rung after them. */
final class EventHours {

  private static final Logger log = LoggerFactory.getLogger(EventHours.class);

  private final AtTheTill till;
  private final Recorder recorder;
  private final DiskRoom room;

  EventHours(AtTheTill till, Recorder recorder, DiskRoom room) {
    this.till = till;
    this.recorder = recorder;
    this.room = room;
  }

  /** Whether an event is to be ended because its days are past. */
  boolean areOver() {
    return till.ticket().isEmpty()
        && !room.isFull()
        && EventDays.isOver(recorder.state(), businessDate());
  }

  /** When it cannot be recorded it is tried again; until then nothing of the event can be rung. */
  void endIfOver() {
    OffsiteEvent event = event();
    if (event != null && areOver()) {
      recorder
          .record(null, new OffsiteEntry.Ended(recorder.state().sessions(), event.id()))
          .ifPresent(why -> log.warn("Event {} is over. {}", event.id(), why.message()));
    }
  }

  /** Why no ticket can be begun, if the event's days are past. */
  Optional<Refusal> noTicket() {
    return till.ticket().isEmpty()
        ? EventDays.noTicketAt(till.clock().onTheWall(), event()).map(Function.identity())
        : Optional.empty();
  }

  private @Nullable OffsiteEvent event() {
    return recorder.state().open().event();
  }

  private LocalDate businessDate() {
    return till.clock().businessDate(recorder.state());
  }
}
