package dev.tillbridge.register.projection;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryBody.Checkpoint;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lane's journal, folded.
 *
 * @param epoch of the last entry, 0 when there is none
 * @param sequence of the last entry, 0 when there is none
 * @param head hash of the last entry
 * @param recordedAt when the last entry was made by this register's clock, null when there is none
 * @param businessDate of the last entry, null when there is none
 * @param meaning what all entries so far still mean: the checkpoint to append now
 * @param last entry of the last completed ticket, null when none is kept
 * @param recent the newest {@value #RECENT_MAX} completed tickets that are kept, oldest first
 */
public record LaneState(
    long epoch,
    long sequence,
    EntryHash head,
    @Nullable Instant recordedAt,
    @Nullable LocalDate businessDate,
    Checkpoint meaning,
    @Nullable StoredEntry last,
    List<TicketSummary> recent) {

  public static final int RECENT_MAX = 200;

  private static final Checkpoint NOTHING = new Checkpoint(0, 0, 0, 0, null, null);

  /** Before the first entry. */
  public static final LaneState START =
      new LaneState(0, 0, EntryHash.NONE, null, null, NOTHING, null, List.of());

  public LaneState {
    Objects.requireNonNull(meaning, "meaning is missing");
    recent = List.copyOf(recent);
  }

  /**
   * Before an entry whose predecessors are not kept: what they meant is not known until {@link
   * #takenFrom a checkpoint} tells.
   */
  static LaneState before(JournalEntry entry) {
    return new LaneState(
        entry.id().epoch(),
        entry.id().sequence() - 1,
        entry.previous(),
        null,
        null,
        NOTHING,
        null,
        List.of());
  }

  /** Count in the last ticket's number, 0 when there is none. */
  public long lastNumber() {
    return meaning.lastTicket();
  }

  /** Number of the last drawer session, 0 when there is none. */
  public long sessions() {
    return meaning.drawerSession();
  }

  /** Sequence of the last entry that ended a ticket, as a document too; 0 when none did. */
  public long ticketEnded() {
    return meaning.ticketEnded();
  }

  /** The open drawer session, null when the drawer is closed. */
  public @Nullable DrawerSession session() {
    return meaning.session();
  }

  /** What is open besides the ticket in hand and the drawer. */
  public OpenMatters open() {
    return meaning.open();
  }

  /** The ticket completed last, null when none is kept. */
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
   * @throws JournalDisagrees when the entry does not continue this state, or is a checkpoint that
   *     tells otherwise than the entries before it
   */
  public LaneState after(StoredEntry stored) {
    JournalEntry entry = stored.entry();
    requireNext(entry);
    Checkpoint before = entry.id().epoch() == epoch ? meaning : meaning.inNewEpoch();
    if (entry.body() instanceof Checkpoint checkpoint && !checkpoint.equals(before)) {
      throw new JournalDisagrees(
          "Checkpoint %s tells %s, and the entries before it tell %s."
              .formatted(entry.id(), checkpoint, before));
    }
    LaneState after = moved(stored, before.after(entry));
    return entry.body() instanceof EntryBody.TicketCompleted completed
        ? after.indexed(stored, completed.ticket())
        : after;
  }

  /** The state with a checkpoint more, which is believed about everything before it. */
  LaneState takenFrom(StoredEntry stored, Checkpoint checkpoint) {
    requireNext(stored.entry());
    return moved(stored, checkpoint);
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

  private LaneState moved(StoredEntry stored, Checkpoint now) {
    JournalEntry entry = stored.entry();
    return new LaneState(
        entry.id().epoch(),
        entry.id().sequence(),
        stored.hash(),
        entry.recordedAt(),
        entry.businessDate(),
        now,
        last,
        recent);
  }

  private LaneState indexed(StoredEntry stored, Ticket ticket) {
    int from = Math.max(0, recent.size() - RECENT_MAX + 1);
    List<TicketSummary> newest = new ArrayList<>(recent.subList(from, recent.size()));
    newest.add(TicketSummary.of(stored.entry(), ticket));
    return new LaneState(epoch, sequence, head, recordedAt, businessDate, meaning, stored, newest);
  }
}
