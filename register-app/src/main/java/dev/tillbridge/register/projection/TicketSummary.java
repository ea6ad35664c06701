package dev.tillbridge.register.projection;

import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A completed ticket in the index.
 *
 * @param sequence of its journal entry
 */
public record TicketSummary(
    String number,
    TicketKind kind,
    @Nullable String reference,
    long sequence,
    Instant completedAt,
    int lines,
    Money total) {

  static TicketSummary of(JournalEntry entry, Ticket ticket) {
    return new TicketSummary(
        ticket.number(),
        ticket.kind(),
        ticket.reference(),
        entry.id().sequence(),
        entry.recordedAt(),
        ticket.lines().size(),
        ticket.total());
  }
}
