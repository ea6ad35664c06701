package dev.tillbridge.register.screen;

import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.page.Screens;
import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Renders the till's parts from the lane, the link and the counter as they are now. */
final class TillView {

  private final Screens screens;
  private final ScreenParts parts;
  private final Words words;
  private volatile Said said = Said.NOTHING;

  TillView(Screens screens, ScreenParts parts) {
    this.screens = screens;
    this.parts = parts;
    this.words = parts.words();
  }

  /** Shown until the lane has something newer to say. */
  void say(Said words) {
    said = words;
  }

  TillParts parts() {
    return parts(lane());
  }

  private TillParts parts(LaneView view) {
    return new TillParts(
        view,
        screens.content("ticket.jte", Map.of("view", view, "words", words)),
        screens.content("said.jte", Map.of("view", view, "said", saidIn(view), "words", words)),
        screens.content("cash.jte", Map.of("view", view, "words", words)),
        screens.content("functions.jte", Map.of("view", view, "words", words)),
        counter(),
        status(view, parts.simulated() != null));
  }

  /** Name of each live part, and how to render it now. */
  Map<String, Supplier<String>> live() {
    Map<String, Supplier<String>> live = new LinkedHashMap<>();
    live.put("ticket", () -> Screens.text(parts().ticket()));
    live.put("said", () -> Screens.text(parts().said()));
    live.put("cash", () -> Screens.text(parts().cash()));
    live.put("functions", () -> Screens.text(parts().functions()));
    live.put("status", () -> Screens.text(parts().status()));
    if (parts.simulated() != null) {
      live.put("counter", () -> Screens.text(counter()));
    }
    return live;
  }

  /** The status bar of a page that is not the till. */
  Content status() {
    return status(lane(), false);
  }

  private Said saidIn(LaneView view) {
    Said own = said;
    return own.command() >= view.command() ? own : new Said(view.command(), view.refused(), null);
  }

  private Content status(LaneView view, boolean withSimulated) {
    LaneView.SignedOn clerk = view.operator();
    return screens.content(
        "status.jte",
        Map.of(
            "status",
            StatusLine.of(
                view,
                parts.lane().standing(),
                parts.link().status(),
                parts.delivery().get(),
                parts.clock().instant(),
                parts.zone(),
                words),
            "clerk",
            clerk == null ? "" : clerk.name(),
            "simulated",
            withSimulated,
            "words",
            words));
  }

  private LaneView lane() {
    return parts.lane().view();
  }

  Content counter() {
    SimulatedDevices simulated = parts.simulated();
    CounterView counter = simulated == null ? CounterView.NONE : CounterView.of(simulated);
    return screens.content("counter.jte", Map.of("counter", counter, "words", words));
  }
}
