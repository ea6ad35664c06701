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
import dev.tillbridge.register.words.JournalWord;
import dev.tillbridge.register.words.Words;
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
  static List<JournalRow> newest(Journal journal, ZoneId zone, Words words) {
    List<JournalRow> rows = new ArrayList<>();
    journal.readAfter(
        Math.max(0, journal.tail().sequence() - ROWS_MAX),
        stored -> rows.add(of(stored.entry(), zone, words)));
    return rows.reversed();
  }

  private static JournalRow of(JournalEntry entry, ZoneId zone, Words words) {
    Money amount = amount(entry.body());
    return new JournalRow(
        entry.id().sequence(),
        TIME.format(entry.recordedAt().atZone(zone)),
        what(entry.body(), words),
        entry.operator(),
        amount == null ? "" : words.money(amount));
  }

  private static String what(EntryBody body, Words words) {
    return switch (body) {
      case EntryBody.DrawerOpened opened ->
          words.of(JournalWord.DRAWER_OPENED, Long.toString(opened.drawerSession()));
      case EntryBody.DrawerClosed closed ->
          words.of(JournalWord.DRAWER_CLOSED, Long.toString(closed.drawerSession()));
      case EntryBody.TicketCompleted completed ->
          words.of(
              switch (completed.ticket().kind()) {
                case SALE -> JournalWord.SALE;
                case RETURN -> JournalWord.RETURN;
                case EXCHANGE -> JournalWord.EXCHANGE;
              },
              completed.ticket().number());
      case EntryBody.TicketVoided voided -> words.of(JournalWord.TICKET_VOIDED);
      case EntryBody.Checkpoint checkpoint -> words.of(JournalWord.CHECKPOINT);
      case DrawerEntry.CashMoved moved ->
          words.of(
              switch (moved.movement()) {
                case PAY_IN -> JournalWord.PAID_IN;
                case PAY_OUT -> JournalWord.PAID_OUT;
                case DROP -> JournalWord.DROPPED;
              },
              moved.reason());
      case DrawerEntry.OpenedWithoutSale opened -> words.of(JournalWord.NO_SALE, opened.reason());
      case DrawerEntry.HandedOver handed -> words.of(JournalWord.HANDED_OVER, handed.to());
      case DrawerEntry.SetAside aside ->
          words.of(JournalWord.DRAWER_ASIDE, Long.toString(aside.drawerSession()));
      case DrawerEntry.TakenUp taken ->
          words.of(JournalWord.DRAWER_TAKEN_UP, Long.toString(taken.drawerSession()));
      case DocumentRecorded recorded ->
          "%s %s: %s"
              .formatted(
                  words.text(sentence(recorded.document().kind())),
                  recorded.document().number(),
                  became(recorded, words));
      case CustomerRecorded recorded -> words.of(JournalWord.CUSTOMER, recorded.customer().name());
      case CardEntry.ReversalDue due -> words.of(JournalWord.REVERSAL_DUE, due.reason());
      case CardEntry.Reversed reversed -> words.of(JournalWord.REVERSED);
      case CardEntry.Forwarded forwarded ->
          words.of(
              forwarded.reason() == null
                  ? JournalWord.FORWARDED_APPROVED
                  : JournalWord.FORWARDED_DECLINED,
              forwarded.ticket());
      case OffsiteEntry.Started started ->
          words.of(JournalWord.EVENT_BEGAN, started.event().name());
      case OffsiteEntry.Ended ended -> words.of(JournalWord.EVENT_ENDED, ended.event());
      case Noted noted -> words.text(sentence(noted.what())) + ": " + noted.detail();
    };
  }

  private static String became(DocumentRecorded recorded, Words words) {
    return switch (recorded.document().state()) {
      case OPEN ->
          words.of(recorded.document().isBegun() ? JournalWord.OPEN : JournalWord.TAKEN_OVER);
      case DONE -> words.of(JournalWord.DONE);
      case CANCELLED -> words.of(JournalWord.CANCELLED);
      case HANDED_OVER -> words.of(JournalWord.LEFT_TO, String.valueOf(recorded.to()));
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
