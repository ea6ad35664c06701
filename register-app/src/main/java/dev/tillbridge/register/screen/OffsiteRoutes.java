package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.offsite.EndOffsite;
import dev.tillbridge.register.offsite.EventList;
import dev.tillbridge.register.offsite.StartOffsite;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import io.javalin.config.RoutesConfig;
import java.util.Objects;

/** Events away from the shop. */
final class OffsiteRoutes {

  private final Lane lane;
  private final Words words;

  OffsiteRoutes(ScreenParts parts) {
    this.lane = parts.lane();
    this.words = parts.words();
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(routes, "/offsite/start", this::start, this::started);
    commands.add(
        routes,
        "/offsite/end",
        form -> lane.carryOut(new EndOffsite()),
        v -> words.of(Word.EVENT_OVER));
  }

  private String started(LaneView view) {
    var event = Objects.requireNonNull(view.event(), "it was just started");
    return words.of(Word.EVENT_BEGUN, event.name(), event.items().size());
  }

  private Outcome start(FormValues form) {
    return lane.carryOut(
        new StartOffsite(
            form.text("name"),
            form.text("place"),
            form.date("from"),
            form.date("to"),
            form.document("list", "file", EventList.CHARS_MAX)));
  }
}
