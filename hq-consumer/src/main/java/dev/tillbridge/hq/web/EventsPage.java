package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.EventFile;
import dev.tillbridge.hq.books.EventReport;
import dev.tillbridge.hq.books.EventSummary;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events away from the shops: all of them, and what one came to. */
final class EventsPage {

  static final String SECTION = "/events";

  private final Frame frame;
  private final Words words;
  private final EventReport events;

  EventsPage(Desk desk, Frame frame, Words words) {
    this.frame = frame;
    this.words = words;
    this.events = new EventReport(desk.books(), desk.currency());
  }

  void all(Context ctx) {
    List<EventSummary> found = events.all();
    frame.show(
        ctx,
        "Events",
        SECTION,
        "events.jte",
        Map.of(
            "more",
            found.size() > EventReport.SHOWN_MAX,
            "found",
            found.stream().limit(EventReport.SHOWN_MAX).toList(),
            "words",
            words));
  }

  void event(Context ctx) {
    Optional<EventFile> file = ExceptionsPage.number(ctx, "id").flatMap(events::open);
    if (file.isEmpty()) {
      ctx.status(HttpStatus.NOT_FOUND);
      frame.show(
          ctx,
          "No such event",
          SECTION,
          "events.jte",
          Map.of("more", false, "found", List.of(), "words", words));
      return;
    }
    frame.show(
        ctx,
        file.get().summary().name(),
        SECTION,
        "event.jte",
        Map.of("file", file.get(), "words", words));
  }
}
