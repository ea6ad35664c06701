package dev.tillbridge.register.projection;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.model.ticket.Ticket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lane's journal, folded.
 *
 * @param epoch of the last entry, 0 when there is none
 * @param sequence of the last entry, 0 when there is none
 * @param head hash of the last entry
 * @param tickets count in the last ticket's number, 0 when there is none
 * @param sessions number of the last drawer session, 0 when there is none
 * @param ticketEnded sequence of the last entry that ended a ticket, completed or voided
 * @param session the open drawer session, null when the drawer is closed
 * @param last entry of the last completed ticket
 * @param recent the newest {@value #RECENT_MAX} completed tickets, oldest first
 */
public record LaneState(
    long epoch,
    long sequence,
    EntryHash head,
    long tickets,
    long sessions,
    long ticketEnded,
    @Nullable DrawerSession session,
    @Nullable StoredEntry last,
    List<TicketSummary> recent) {

  public static final int RECENT_MAX = 200;

  /** Before the first entry. */
  public static final LaneState START =
      new LaneState(0, 0, EntryHash.NONE, 0, 0, 0, null, null, List.of());

  public LaneState {
    recent = List.copyOf(recent);
  }

  /** The ticket completed last, null when there is none. */
  public @Nullable Ticket lastTicket() {
    return last != null && last.entry().body() instanceof EntryBody.TicketCompleted completed
        ? completed.ticket()
        : null;
  }

  /** Whether it holds exactly the entries up to there. */
  public boolean isAt(Tail tail) {
    return sequence == tail.sequence()
        && head.equals(tail.head())
        && (epoch == tail.epoch() || sequence == 0);
  }

  /**
   * The state with one entry more.
   *
   * @throws JournalDisagrees when the entry does not continue this state
   */
  public LaneState after(StoredEntry stored) {
    JournalEntry entry = stored.entry();
    requireNext(entry);
    LaneState moved =
        new LaneState(
            entry.id().epoch(),
            entry.id().sequence(),
            stored.hash(),
            tickets,
            sessions,
            entry.id().epoch() == epoch ? ticketEnded : 0,
            session,
            last,
            recent);
    return switch (entry.body()) {
      case EntryBody.DrawerOpened opened ->
          moved.inSession(DrawerSession.opened(entry, opened), opened.drawerSession());
      case EntryBody.DrawerClosed closed -> moved.inSession(null, closed.drawerSession());
      case EntryBody.TicketVoided voided -> moved.voided(voided);
      case EntryBody.Checkpoint checkpoint -> moved;
      case EntryBody.TicketCompleted completed -> moved.completed(stored, completed.ticket());
    };
  }

  private void requireNext(JournalEntry entry) {
    boolean follows =
        entry.id().epoch() == epoch
            && entry.id().sequence() == sequence + 1
            && entry.previous().equals(head);
    boolean begins =
        entry.id().epoch() > epoch
            && entry.id().sequence() == 1
            && entry.previous().equals(EntryHash.NONE);
    if (!follows && !begins) {
      throw new JournalDisagrees(
          "Entry %s with predecessor %s does not follow entry %d of epoch %d with hash %s."
              .formatted(entry.id(), entry.previous(), sequence, epoch, head));
    }
  }

  private LaneState inSession(@Nullable DrawerSession now, long number) {
    return new LaneState(epoch, sequence, head, tickets, number, ticketEnded, now, last, recent);
  }

  private LaneState voided(EntryBody.TicketVoided ticket) {
    DrawerSession now = session == null ? null : session.with(ticket);
    return new LaneState(epoch, sequence, head, tickets, sessions, sequence, now, last, recent);
  }

  private LaneState completed(StoredEntry stored, Ticket ticket) {
    return new LaneState(
        epoch,
        sequence,
        head,
        TicketNumber.parse(ticket.number()).count(),
        sessions,
        sequence,
        session == null ? null : session.with(ticket),
        stored,
        indexed(stored.entry(), ticket));
  }

  private List<TicketSummary> indexed(JournalEntry entry, Ticket ticket) {
    int from = Math.max(0, recent.size() - RECENT_MAX + 1);
    List<TicketSummary> newest = new ArrayList<>(recent.subList(from, recent.size()));
    newest.add(
        new TicketSummary(
            ticket.number(),
            ticket.kind(),
            ticket.reference(),
            entry.id().sequence(),
            entry.recordedAt(),
            ticket.lines().size(),
            ticket.total()));
    return newest;
  }
}
