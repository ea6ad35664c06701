package dev.tillbridge.register.screen;

import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.page.Screens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest views as they were rendered. Thread-safe. */
final class TillPieces {

  /** Views kept; a page that shows an older one is sent everything. */
  static final int KEPT_MAX = 16;

  /** What a line's rows are made of. */
  private record LineKey(
      TicketLine line, @Nullable String unit, long priceBook, @Nullable PricingContext pricing) {}

  private final Screens screens;
  private final Words words;
  private final String run;
  private final Deque<TillHtml> kept = new ArrayDeque<>();
  private Map<LineKey, String> rows = new HashMap<>();

  /**
   * @param run of the register: revisions begin anew with each, and a page may outlive one
   */
  TillPieces(Screens screens, Words words, String run) {
    this.screens = screens;
    this.words = words;
    this.run = run;
  }

  /** A view, rendered once. */
  synchronized TillHtml of(LaneView view) {
    TillHtml last = kept.peekLast();
    if (last != null && last.view().revision() == view.revision()) {
      return last;
    }
    TillHtml fresh =
        new TillHtml(
            view,
            revision(view),
            piece("ticket/head.jte", view),
            lines(view),
            piece("ticket/charges.jte", view),
            piece("ticket/sums.jte", view),
            piece("cash.jte", view),
            piece("functions.jte", view),
            screens.text(
                "facts.jte", Map.of("view", view, "revision", revision(view), "words", words)));
    kept.addLast(fresh);
    if (kept.size() > KEPT_MAX) {
      kept.removeFirst();
    }
    return fresh;
  }

  /**
   * What a page shows that has this revision; absent when it is too long ago, or of another run.
   */
  synchronized Optional<TillHtml> shown(String revision) {
    return kept.stream().filter(each -> each.revision().equals(revision)).findFirst();
  }

  /** Run and number: {@code 5f3a-17}. */
  String revision(LaneView view) {
    return run + "-" + view.revision();
  }

  private List<String> lines(LaneView view) {
    LaneView.Open ticket = view.ticket();
    Map<LineKey, String> now = new HashMap<>();
    List<String> lines = new ArrayList<>();
    for (TicketLine line : ticket.lines()) {
      LineKey key =
          new LineKey(line, ticket.units().get(line.item()), ticket.priceBook(), ticket.pricing());
      String known = rows.get(key);
      String html =
          known != null
              ? known
              : screens.text("ticket/line.jte", Map.of("view", view, "line", line, "words", words));
      now.put(key, html);
      lines.add(html);
    }
    rows = now;
    return lines;
  }

  private String piece(String template, LaneView view) {
    return screens.text(template, Map.of("view", view, "words", words));
  }
}
