package dev.tillbridge.it.days;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.Appended;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.SavedTicket;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a register keeps over a power cut: journal, open ticket, state cache. It fails once, in the
 * way it is told to, and keeps aside whatever was ever written.
 */
final class Disk implements Journal {

  /** What goes wrong once. */
  enum Trouble {
    JOURNAL_FULL,
    APPENDED_AND_NOT_SAID,
    NOT_APPENDED_AND_NOT_SAID,
    CUT_BEFORE_APPEND,
    CUT_AFTER_APPEND,
    CUT_BEFORE_SAVE,
    CUT_AFTER_SAVE,
    TICKET_NOT_SAVED,
    REMOVAL_FORGOTTEN,
    CUT_BEFORE_REMOVAL
  }

  /** A cache that is not written at each entry. */
  private static final int STATE_KEPT_EVERY = 7;

  final long epoch;
  private final InMemoryJournal journal;
  private final List<StoredEntry> all = new ArrayList<>();
  private @Nullable SavedTicket ticket;
  private @Nullable LaneState state;
  private @Nullable Trouble next;
  private int letPass;

  Disk(LaneId lane, long epoch) {
    this.epoch = epoch;
    this.journal = new InMemoryJournal(lane, epoch);
  }

  /** The next such write but so many goes wrong. */
  void arm(Trouble trouble, int butSoMany) {
    next = trouble;
    letPass = butSoMany;
  }

  /** While true, nobody can tell how the journal ends. */
  void unreadable(boolean now) {
    journal.unreadable(now);
  }

  /** Nothing goes wrong from now on. */
  void calm() {
    next = null;
    journal.unreadable(false);
  }

  /** Whatever was written, also what has left the register. */
  List<StoredEntry> everything() {
    return List.copyOf(all);
  }

  /** Lets go of what the newest checkpoint tells. */
  void purge() {
    journal.entries().stream()
        .filter(stored -> stored.entry().body() instanceof EntryBody.Checkpoint)
        .mapToLong(stored -> stored.entry().id().sequence())
        .max()
        .ifPresent(checkpoint -> journal.letGo(checkpoint - 1));
  }

  private boolean goesWrong(Trouble trouble) {
    if (next != trouble || letPass-- > 0) {
      return false;
    }
    next = null;
    return true;
  }

  private void cut(Trouble at) {
    if (goesWrong(at)) {
      throw new PowerCut(at.name());
    }
  }

  @Override
  public LaneId lane() {
    return journal.lane();
  }

  @Override
  public Appended append(JournalEntry entry) {
    cut(Trouble.CUT_BEFORE_APPEND);
    if (goesWrong(Trouble.JOURNAL_FULL)) {
      journal.failNextAppend(InMemoryJournal.Fault.FULL);
    } else if (goesWrong(Trouble.NOT_APPENDED_AND_NOT_SAID)) {
      journal.failNextAppend(InMemoryJournal.Fault.UNKNOWN_NOT_STORED);
    } else if (goesWrong(Trouble.APPENDED_AND_NOT_SAID)) {
      journal.failNextAppend(InMemoryJournal.Fault.UNKNOWN_STORED);
    }
    try {
      return journal.append(entry);
    } finally {
      long known = all.isEmpty() ? 0 : all.getLast().entry().id().sequence();
      if (journal.recorded() > known) {
        all.add(journal.entries().getLast());
      }
      cut(Trouble.CUT_AFTER_APPEND);
    }
  }

  @Override
  public Tail tail() {
    return journal.tail();
  }

  @Override
  public void readAfter(long sequence, Consumer<StoredEntry> reader) {
    journal.readAfter(sequence, reader);
  }

  OpenTicketStore tickets() {
    return new OpenTicketStore() {
      @Override
      public void save(SavedTicket saved) {
        cut(Trouble.CUT_BEFORE_SAVE);
        if (goesWrong(Trouble.TICKET_NOT_SAVED)) {
          throw new NotSaved("The disk would not take it.", new IOException("full"));
        }
        ticket = saved;
        cut(Trouble.CUT_AFTER_SAVE);
      }

      @Override
      public Optional<SavedTicket> load() {
        return Optional.ofNullable(ticket);
      }

      @Override
      public void remove() {
        cut(Trouble.CUT_BEFORE_REMOVAL);
        if (!goesWrong(Trouble.REMOVAL_FORGOTTEN)) {
          ticket = null;
        }
      }
    };
  }

  StateCache states() {
    return new StateCache() {
      @Override
      public Optional<LaneState> load() {
        return Optional.ofNullable(state);
      }

      @Override
      public void keep(LaneState now) {
        if (now.sequence() % STATE_KEPT_EVERY == 0) {
          state = now;
        }
      }

      @Override
      public void discard(String reason) {
        state = null;
      }
    };
  }
}
