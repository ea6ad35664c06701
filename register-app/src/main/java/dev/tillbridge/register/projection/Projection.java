package dev.tillbridge.register.projection;

import dev.tillbridge.model.journal.EntryBody.Checkpoint;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import java.util.Optional;

/** Brings a lane's state up to its journal's tail. */
public final class Projection {

  private Projection() {}

  /**
   * The state at the journal's tail: the cached one and the entries after it, or all kept entries
   * when there is no cached one or the journal contradicts it. Entries that are not kept any more
   * are known by the checkpoint after them.
   *
   * @throws JournalDisagrees when the journal contradicts itself
   */
  public static LaneState restore(Journal journal, StateCache cache) {
    Tail tail = journal.tail();
    Optional<LaneState> cached = cache.load();
    if (cached.isEmpty()) {
      return fold(journal, LaneState.START, tail);
    }
    if (mayPrecede(cached.get(), tail)) {
      try {
        return fold(journal, cached.get(), tail);
      } catch (JournalDisagrees e) {
        cache.discard(e.getMessage());
      }
    } else {
      cache.discard(
          "It ends at %d/%d and the journal at %d/%d."
              .formatted(
                  cached.get().epoch(), cached.get().sequence(), tail.epoch(), tail.sequence()));
    }
    return fold(journal, LaneState.START, tail);
  }

  private static boolean mayPrecede(LaneState cached, Tail tail) {
    return cached.sequence() == 0
        || cached.epoch() == tail.epoch() && cached.sequence() <= tail.sequence();
  }

  private static LaneState fold(Journal journal, LaneState from, Tail tail) {
    Fold fold = new Fold(from);
    journal.readAfter(from.sequence(), fold::add);
    if (!fold.state.isAt(tail)) {
      throw new JournalDisagrees(
          "Its entries end at %d with hash %s, and it says it ends at %d with hash %s."
              .formatted(fold.state.sequence(), fold.state.head(), tail.sequence(), tail.head()));
    }
    if (fold.unknownThrough > 0) {
      throw new JournalDisagrees(
          ("The journal begins at entry %d and holds no checkpoint, so nobody can tell from it what"
                  + " the %d entries before meant: the open drawer and the last numbers are not"
                  + " known. Nothing was changed. HQ has those entries; give this register an empty"
                  + " data directory, and its numbers go on from there.")
              .formatted(fold.unknownThrough + 1, fold.unknownThrough));
    }
    return fold.state;
  }

  /**
   * Adds entries to a state. When the first entries are not kept any more, those before the first
   * checkpoint only tell which tickets there were, and the checkpoint tells everything else.
   */
  private static final class Fold {
    private LaneState state;
    private long unknownThrough;

    private Fold(LaneState state) {
      this.state = state;
    }

    private void add(StoredEntry stored) {
      long sequence = stored.entry().id().sequence();
      if (state.sequence() == 0 && sequence > 1) {
        state = LaneState.before(stored.entry());
        unknownThrough = sequence - 1;
      }
      if (unknownThrough > 0 && stored.entry().body() instanceof Checkpoint checkpoint) {
        state = state.takenFrom(stored, checkpoint);
        unknownThrough = 0;
      } else {
        state = state.after(stored);
      }
    }
  }
}
