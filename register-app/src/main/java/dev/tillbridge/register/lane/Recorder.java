package dev.tillbridge.register.lane;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.register.clock.LaneClock;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.projection.JournalDisagrees;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.Projection;
import dev.tillbridge.register.projection.StateCache;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is in the lane's journal and what it adds up to. Here is the one durable write. */
final class Recorder {

  /** Hears of each entry once it is on disk. */
  interface Follows {

    /**
     * @param before the drawer session that was in use before the entry
     */
    void from(StoredEntry entry, @Nullable DrawerSession before);
  }

  /** Operator of what the register records by itself while nobody is signed on. */
  private static final String REGISTER = "register";

  private final Journal journal;
  private final StateCache states;
  private final LaneClock clock;
  private final EntryWriter writer;
  private final Follows follows;
  private volatile LaneState state;

  /** Restores the state from the journal. */
  Recorder(LaneParts parts, long epoch, LaneClock clock, Follows follows) {
    this.journal = parts.journal();
    this.states = parts.states();
    this.clock = clock;
    this.follows = follows;
    this.writer = new EntryWriter(journal, epoch, clock);
    this.state = Projection.restore(journal, states);
    states.keep(state);
  }

  /** Any thread may ask. */
  LaneState state() {
    return state;
  }

  /**
   * Records in the business date of the drawer in use, today's when there is none.
   *
   * @param who null for the register by itself
   * @return empty when it is on disk and all that follows was begun
   */
  Optional<Refusal> record(@Nullable Operator who, EntryBody body) {
    DrawerSession session = state.session();
    EntryWriter.Written written =
        writer.write(
            state,
            session == null ? clock.businessDate(state) : session.businessDate(),
            who == null ? REGISTER : who.id(),
            body);
    return switch (written) {
      case EntryWriter.Written.Stored(StoredEntry entry) -> entered(entry);
      case EntryWriter.Written.NotStored(Refusal refusal) -> Optional.of(refusal);
      case EntryWriter.Written.Behind() -> readAgain();
    };
  }

  /**
   * Finds out first what became of a write in doubt, if one is.
   *
   * @param wanted whether the next command would record this: then it is done already
   */
  Optional<Refusal> afterDoubt(Predicate<EntryBody> wanted, Supplier<Optional<Refusal>> next) {
    return switch (writer.settled()) {
      case null -> next.get();
      case EntryWriter.Written.Stored(StoredEntry entry) ->
          entered(entry)
              .or(() -> wanted.test(entry.entry().body()) ? Optional.empty() : next.get());
      case EntryWriter.Written.NotStored(Refusal.NotRecorded ignored) -> next.get();
      case EntryWriter.Written.NotStored(Refusal refusal) -> Optional.of(refusal);
      case EntryWriter.Written.Behind() -> readAgain();
    };
  }

  /**
   * Records what all entries so far mean, so that they may leave the register. False when it was
   * not recorded: a write is in doubt, or there is no room; nothing is lost by asking again later.
   */
  boolean checkpoint(@Nullable Operator who) {
    return !writer.isInDoubt() && record(who, state.meaning()).isEmpty();
  }

  private Optional<Refusal> entered(StoredEntry entry) {
    DrawerSession before = state.session();
    state = state.after(entry);
    states.keep(state);
    follows.from(entry, before);
    return Optional.empty();
  }

  private Optional<Refusal> readAgain() {
    long before = state.sequence();
    try {
      state = Projection.restore(journal, StateCache.NONE);
    } catch (JournalDisagrees e) {
      return Optional.of(new Refusal.LaneHalted(e.getMessage()));
    }
    states.keep(state);
    return Optional.of(new Refusal.JournalMovedOn(before, state.sequence()));
  }
}
