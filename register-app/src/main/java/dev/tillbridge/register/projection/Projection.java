package dev.tillbridge.register.projection;

import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import java.util.Optional;

/** Brings a lane's state up to its journal's tail. */
public final class Projection {

  private Projection() {}

  /**
   * The state at the journal's tail: the cached one and the entries after it, or all entries when
   * there is no cached one or the journal contradicts it.
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
    return fold.state;
  }

  private static final class Fold {
    private LaneState state;

    private Fold(LaneState state) {
      this.state = state;
    }

    private void add(StoredEntry stored) {
      state = state.after(stored);
    }
  }
}
