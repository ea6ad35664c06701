package dev.tillbridge.register.screen;

import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.screens.words.MoneyWords;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A journal entry as a person reads it. */
public record JournalRow(long sequence, String time, String what, String operator, String amount) {

  /** Entries shown, the newest first. */
  static final int ROWS_MAX = 60;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

  /** The newest entries that are kept here. */
  static List<JournalRow> newest(Journal journal, ZoneId zone) {
    List<JournalRow> rows = new ArrayList<>();
    journal.readAfter(
        Math.max(0, journal.tail().sequence() - ROWS_MAX),
        stored -> rows.add(of(stored.entry(), zone)));
    return rows.reversed();
  }

  private static JournalRow of(JournalEntry entry, ZoneId zone) {
    Money amount = amount(entry.body());
    return new JournalRow(
        entry.id().sequence(),
        TIME.format(entry.recordedAt().atZone(zone)),
        words(entry.body()),
        entry.operator(),
        amount == null ? "" : MoneyWords.of(amount));
  }

  private static String words(EntryBody body) {
    return switch (body) {
      case EntryBody.DrawerOpened opened -> "Drawer " + opened.drawerSession() + " opened";
      case EntryBody.DrawerClosed closed -> "Drawer " + closed.drawerSession() + " closed";
      case EntryBody.TicketCompleted completed ->
          switch (completed.ticket().kind()) {
                case SALE -> "Sale ";
                case RETURN -> "Return ";
                case EXCHANGE -> "Exchange ";
              }
              + completed.ticket().number();
      case EntryBody.TicketVoided voided -> "Ticket voided";
      case EntryBody.Checkpoint checkpoint -> "Checkpoint";
      case DrawerEntry.CashMoved moved ->
          switch (moved.movement()) {
                case PAY_IN -> "Paid in: ";
                case PAY_OUT -> "Paid out: ";
                case DROP -> "Dropped to the safe: ";
              }
              + moved.reason();
      case DrawerEntry.OpenedWithoutSale opened -> "No sale: " + opened.reason();
      case DrawerEntry.HandedOver handed -> "Handed over to " + handed.to();
      case DrawerEntry.SetAside aside -> "Drawer " + aside.drawerSession() + " set aside";
      case DrawerEntry.TakenUp taken -> "Drawer " + taken.drawerSession() + " taken up";
      case DocumentRecorded recorded ->
          "%s %s: %s"
              .formatted(
                  sentence(recorded.document().kind()),
                  recorded.document().number(),
                  became(recorded));
      case CustomerRecorded recorded -> "Customer " + recorded.customer().name();
      case CardEntry.ReversalDue due -> "Card payment to be taken back: " + due.reason();
      case CardEntry.Reversed reversed -> "Card payment taken back";
      case CardEntry.Forwarded forwarded ->
          forwarded.reason() == null
              ? "Card payment approved afterwards, ticket " + forwarded.ticket()
              : "Card payment DECLINED afterwards, ticket " + forwarded.ticket();
      case OffsiteEntry.Started started -> "Event began: " + started.event().name();
      case OffsiteEntry.Ended ended -> "Event " + ended.event() + " ended";
      case Noted noted -> sentence(noted.what()) + ": " + noted.detail();
    };
  }

  private static String became(DocumentRecorded recorded) {
    return switch (recorded.document().state()) {
      case OPEN -> recorded.document().isBegun() ? "open" : "taken over";
      case DONE -> "done";
      case CANCELLED -> "cancelled";
      case HANDED_OVER -> "left to " + recorded.to();
    };
  }

  private static @Nullable Money amount(EntryBody body) {
    return switch (body) {
      case EntryBody.DrawerOpened opened -> opened.openingFloat();
      case EntryBody.DrawerClosed closed -> closed.countedCash();
      case EntryBody.TicketCompleted completed -> completed.ticket().total();
      case EntryBody.TicketVoided voided -> voided.total();
      case DrawerEntry.CashMoved moved -> moved.amount();
      case DocumentRecorded recorded -> recorded.document().total();
      case CardEntry.ReversalDue due -> due.amount();
      case CardEntry.Forwarded forwarded -> forwarded.amount();
      case EntryBody other -> null;
    };
  }

  private static String sentence(Enum<?> name) {
    String words = name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
