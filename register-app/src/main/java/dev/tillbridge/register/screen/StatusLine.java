package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Standing;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The status bar, in words.
 *
 * @param up colours the dot only; the words say it too
 * @param link state of the link upwards, what HQ has, and what it means for the clerk
 * @param details figures behind the words, for who points at them
 * @param notes what else somebody should know, worst first
 * @param book version and age of the price book
 * @param drawer drawer session and business date, null when the drawer is closed
 */
public record StatusLine(
    String lane,
    boolean up,
    String link,
    String details,
    List<StatusNote> notes,
    String book,
    @Nullable String drawer,
    String clock) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  static StatusLine of(
      LaneView view,
      Standing standing,
      LinkStatus link,
      DeliveryStatus delivery,
      Instant now,
      ZoneId zone) {
    LaneView.Book book = view.book();
    LaneView.Drawer drawer = view.drawer();
    return new StatusLine(
        view.lane().toString(),
        link.up(),
        link.up()
            ? "Link to store server up. " + DeliveryWords.of(delivery, link, now)
            : "No link to store server %s for %s. %s waiting. Keep selling, nothing to do."
                .formatted(
                    link.peer(),
                    TimeWords.of(Duration.between(link.since(), now)),
                    DeliveryWords.tickets(link.waiting())),
        DeliveryWords.details(delivery, link, now),
        StatusNote.of(standing, delivery, zone),
        book == null ? "No price book yet" : book(book, view.ticket(), now),
        drawer == null
            ? null
            : "Drawer " + drawer.session() + ", " + DATE.format(drawer.businessDate()),
        CLOCK.format(now.atZone(zone)));
  }

  private static String book(LaneView.Book book, LaneView.Open ticket, Instant now) {
    Duration age = Duration.between(book.publishedAt(), now);
    boolean another = !ticket.lines().isEmpty() && ticket.priceBook() != book.version();
    return "Price book %d%s, %s"
        .formatted(
            book.version(), another ? " (this ticket: " + ticket.priceBook() + ")" : "", age(age));
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
