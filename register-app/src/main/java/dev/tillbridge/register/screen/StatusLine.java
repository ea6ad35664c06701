package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Standing;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  static StatusLine of(
      LaneView view,
      Standing standing,
      LinkStatus link,
      DeliveryStatus delivery,
      Instant now,
      ZoneId zone,
      Words words) {
    LaneView.Book book = view.book();
    LaneView.Drawer drawer = view.drawer();
    return new StatusLine(
        view.lane().toString(),
        link.up(),
        link.up()
            ? words.of(Word.LINK_UP, DeliveryWords.of(delivery, link, now, words))
            : words.of(
                Word.LINK_DOWN,
                link.peer(),
                TimeWords.of(Duration.between(link.since(), now)),
                DeliveryWords.records(link.waiting(), words)),
        DeliveryWords.details(delivery, link, now, words),
        Stream.concat(
                StatusNote.of(view, words).stream(),
                StatusNote.of(standing, delivery, zone, words).stream())
            .toList(),
        book == null ? words.of(Word.BOOK_NONE) : book(book, view.ticket(), now, words),
        drawer == null
            ? null
            : words.of(
                Word.DRAWER_SESSION,
                Long.toString(drawer.session()),
                words.shortDay(drawer.businessDate())),
        CLOCK.format(now.atZone(zone)));
  }

  private static String book(LaneView.Book book, LaneView.Open ticket, Instant now, Words words) {
    Duration age = Duration.between(book.publishedAt(), now);
    boolean another = !ticket.lines().isEmpty() && ticket.priceBook() != book.version();
    String version = Long.toString(book.version());
    return another
        ? words.of(
            Word.BOOK_AND_TICKETS, version, Long.toString(ticket.priceBook()), age(age, words))
        : words.of(Word.BOOK, version, age(age, words));
  }

  /** In steps a clerk cares about, so that the bar does not flicker every second. */
  private static String age(Duration age, Words words) {
    if (age.toMinutes() < 1) {
      return words.of(Word.AGE_NEW);
    }
    if (age.toHours() < 1) {
      return words.of(Word.AGE_MINUTES, age.toMinutes());
    }
    return age.toHours() < 48
        ? words.of(Word.AGE_HOURS, age.toHours())
        : words.of(Word.AGE_DAYS, age.toDays());
  }
}
