package dev.tillbridge.register.lane;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.JournalFull;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.projection.LaneState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lane's entries, and finds out what became of a write that did not return properly. No
 * sequence is used again before that is known.
 */
final class EntryWriter {

  sealed interface Written {

    /** It is on disk. */
    record Stored(StoredEntry entry) implements Written {}

    /** It is not on disk, or it is not known yet. */
    record NotStored(Refusal refusal) implements Written {}

    /** The journal has entries that the lane does not know. */
    record Behind() implements Written {}
  }

  private final Journal journal;
  private final long epoch;
  private final LaneClock clock;
  private @Nullable JournalEntry unsettled;

  EntryWriter(Journal journal, long epoch, LaneClock clock) {
    this.journal = journal;
    this.epoch = epoch;
    this.clock = clock;
  }

  /** Appends what happened as the entry after this state. */
  Written write(LaneState state, LocalDate businessDate, String operator, EntryBody body) {
    JournalEntry entry =
        new JournalEntry(
            new EntryId(journal.lane(), epoch, state.sequence() + 1),
            businessDate,
            clock.now(),
            clock.offsetMs(),
            operator,
            state.head(),
            body);
    try {
      return new Written.Stored(journal.append(entry).stored());
    } catch (JournalFull e) {
      return new Written.NotStored(new Refusal.JournalFull(reason(e)));
    } catch (IllegalArgumentException e) {
      return new Written.Behind();
    } catch (RuntimeException e) {
      unsettled = entry;
      return settle(entry, reason(e));
    }
  }

  /** Whether it is not known yet what became of the last write. */
  boolean isInDoubt() {
    return unsettled != null;
  }

  /** Asks the journal again about the write that is in doubt, null when none is. */
  @Nullable Written settled() {
    return unsettled == null ? null : settle(unsettled, "");
  }

  private Written settle(JournalEntry entry, String reason) {
    Tail tail;
    List<StoredEntry> inItsPlace = new ArrayList<>();
    try {
      tail = journal.tail();
      journal.readAfter(entry.id().sequence() - 1, inItsPlace::add);
    } catch (RuntimeException e) {
      return new Written.NotStored(new Refusal.OutcomeUnknown(reason(e)));
    }
    boolean absent =
        tail.sequence() == entry.id().sequence() - 1
            && tail.head().equals(entry.previous())
            && inItsPlace.isEmpty();
    if (absent) {
      unsettled = null;
      return new Written.NotStored(new Refusal.NotRecorded(reason));
    }
    if (inItsPlace.size() == 1 && inItsPlace.getFirst().entry().equals(entry)) {
      unsettled = null;
      return new Written.Stored(inItsPlace.getFirst());
    }
    return new Written.NotStored(
        new Refusal.LaneHalted(
            "Entry %s was written and the journal now ends at %d with another entry."
                .formatted(entry.id(), tail.sequence())));
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
