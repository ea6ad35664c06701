package dev.tillbridge.register.screen;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One journal entry in {@code /journal.json}; the last four are null unless it is a ticket. */
record JournalJson(
    long sequence,
    EntryHash hash,
    String type,
    @Nullable String number,
    @Nullable String reference,
    @Nullable Integer lines,
    @Nullable Money total) {

  /** Entries in one answer; ask again after the last one for more. */
  static final int ENTRIES_MAX = 100_000;

  static List<JournalJson> after(Journal journal, long sequence) {
    List<JournalJson> entries = new ArrayList<>();
    journal.readAfter(
        sequence,
        stored -> {
          if (entries.size() < ENTRIES_MAX) {
            entries.add(of(stored));
          }
        });
    return entries;
  }

  private static JournalJson of(StoredEntry stored) {
    EntryBody body = stored.entry().body();
    Ticket ticket = body instanceof EntryBody.TicketCompleted completed ? completed.ticket() : null;
    return new JournalJson(
        stored.entry().id().sequence(),
        stored.hash(),
        EntryBody.typeOf(body),
        ticket == null ? null : ticket.number(),
        ticket == null ? null : ticket.reference(),
        ticket == null ? null : ticket.lines().size(),
        ticket == null ? null : ticket.total());
  }
}
