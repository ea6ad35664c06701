package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import gg.jte.Content;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the till's page that change.
 *
 * @param shown what the page shows, so that only what changed since is sent; null when that is not
 *     known
 * @param ticket all of it
 */
public record TillParts(
    LaneView view,
    TillHtml now,
    @Nullable TillHtml shown,
    Content ticket,
    Content said,
    Content counter,
    Content status) {

  /** The open ticket that the page shows, when its lines can be changed one by one. */
  public @Nullable TillHtml openTicket() {
    return shown != null && shown.isOpen() && now.isOpen() ? shown : null;
  }

  /** Whether the page shows another piece than this, or nobody knows. */
  public boolean changed(Function<TillHtml, String> piece) {
    return shown == null || !piece.apply(now).equals(piece.apply(shown));
  }
}
