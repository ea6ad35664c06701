package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import java.util.List;

/**
 * What a view shows in pieces, so that only what changed has to be sent to a page that shows
 * another.
 *
 * @param revision by which a page tells that it shows this; no other view has it, also of another
 *     run of the register
 * @param lines the rows of each line; its discounts are among them
 * @param charges rows of what is paid for besides goods
 * @param sums total and payments
 * @param cash keys that take cash
 * @param functions keys of the legend
 * @param facts what the page's script has to know
 */
public record TillHtml(
    LaneView view,
    String revision,
    String head,
    List<String> lines,
    String charges,
    String sums,
    String cash,
    String functions,
    String facts) {

  public TillHtml {
    lines = List.copyOf(lines);
  }

  /** Whether there are lines to show, and not the last ticket or a till at rest. */
  public boolean isOpen() {
    return !view.ticket().isEmpty();
  }
}
