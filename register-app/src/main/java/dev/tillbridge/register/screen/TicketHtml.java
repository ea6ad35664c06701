package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import java.util.List;

/**
 * A view's ticket in pieces, so that only what changed has to be sent to a page that shows another.
 *
 * @param lines the rows of each line; its discounts are among them
 * @param charges rows of what is paid for besides goods
 * @param sums total and payments
 */
public record TicketHtml(
    LaneView view, String head, List<String> lines, String charges, String sums) {

  public TicketHtml {
    lines = List.copyOf(lines);
  }

  /** Whether there are lines to show, and not the last ticket or a till at rest. */
  public boolean isOpen() {
    return !view.ticket().isEmpty();
  }
}
