package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status bar, in words.
 *
 * @param up colours the dot only; the words say it too
 * @param link state of the link upwards and what it means for the clerk
 * @param book version and age of the price book
 * @param drawer drawer session and business date, null when the drawer is closed
 */
public record StatusLine(
    String lane, boolean up, String link, String book, @Nullable String drawer, String clock) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  static StatusLine of(LaneView view, LinkStatus link, Instant now, ZoneId zone) {
    LaneView.Book book = view.book();
    LaneView.Drawer drawer = view.drawer();
    return new StatusLine(
        view.lane().toString(),
        link.up(),
        link(link, now),
        book == null ? "No price book yet" : book(book, now),
        drawer == null
            ? null
            : "Drawer " + drawer.session() + ", " + DATE.format(drawer.businessDate()),
        CLOCK.format(now.atZone(zone)));
  }

  private static String link(LinkStatus link, Instant now) {
    String waiting = link.waiting() == 0 ? "Nothing" : TimeWords.count(link.waiting(), "ticket");
    return link.up()
        ? "Link to store server up. %s waiting.".formatted(waiting)
        : "No link to store server %s for %s. %s waiting. Keep selling, nothing to do."
            .formatted(link.peer(), TimeWords.of(Duration.between(link.since(), now)), waiting);
  }

  private static String book(LaneView.Book book, Instant now) {
    Duration age = Duration.between(book.publishedAt(), now);
    return "Price book %d, %s".formatted(book.version(), age(age));
  }

  /** In steps a clerk cares about, so that the bar does not flicker every second. */
  private static String age(Duration age) {
    if (age.toMinutes() < 1) {
      return "new";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min old";
    }
    return age.toHours() < 48 ? age.toHours() + " h old" : age.toDays() + " days old";
  }
}
