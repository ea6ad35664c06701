package dev.tillbridge.register.screen;

import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.page.Screens;
import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders the till's parts from the lane, the link and the counter as they are now. */
final class TillView {

  /** Header in which a page tells the revision it shows. */
  static final String SHOWN = "X-Shown-Revision";

  /** Event that says that HQ told something of other lanes. */
  static final String OTHERS = "others";

  private final Screens screens;
  private final ScreenParts parts;
  private final Words words;
  private final TillPieces pieces;
  private volatile Said said = Said.NOTHING;

  TillView(Screens screens, ScreenParts parts) {
    this.screens = screens;
    this.parts = parts;
    this.words = parts.words();
    this.pieces = new TillPieces(screens, words, Long.toHexString(parts.random().nextLong()));
  }

  /** Shown until the lane has something newer to say. */
  void say(Said words) {
    said = words;
  }

  /** All of it, for a page that shows nothing yet. */
  TillParts parts() {
    return parts(null);
  }

  /**
   * For a page that shows this revision of the lane already.
   *
   * @param revision as the page tells it; anything else means that it shows nothing
   */
  TillParts parts(@Nullable String revision) {
    LaneView view = lane();
    TillHtml now = pieces.of(view);
    TillHtml shown = revision == null ? null : pieces.shown(revision).orElse(null);
    return new TillParts(
        view,
        now,
        shown,
        screens.content("ticket.jte", Map.of("ticketHtml", now, "words", words)),
        screens.content("said.jte", Map.of("view", view, "said", saidIn(view), "words", words)),
        counter(),
        status(view, parts.simulated() != null));
  }

  /**
   * Name of each live part, and how to render it now. Of the lane only the revision is told: a page
   * that made the change itself has its parts already, another fetches them.
   */
  Map<String, Supplier<String>> live() {
    Map<String, Supplier<String>> live = new LinkedHashMap<>();
    live.put("lane", () -> pieces.revision(lane()));
    live.put("status", () -> Screens.text(status(lane(), parts.simulated() != null)));
    live.put(OTHERS, () -> "");
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
