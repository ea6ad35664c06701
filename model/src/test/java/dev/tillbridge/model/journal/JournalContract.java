package dev.tillbridge.model.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Journal} keeps. A test class of an implementation extends it. */
public abstract class JournalContract {

  /** An empty journal of any lane; the same one when it is asked for twice within a test. */
  protected abstract Journal journal();

  @Test
  void anEmptyJournalEndsBeforeSequenceOne() {
    Tail tail = journal().tail();

    assertThat(tail.sequence()).isZero();
    assertThat(tail.nextSequence()).isEqualTo(1);
    assertThat(tail.head()).isEqualTo(EntryHash.NONE);
    assertThat(tail.epoch()).isPositive();
  }

  @Test
  void anAppendedEntryIsTheNewTail() {
    JournalEntry entry = next();

    Appended appended = journal().append(entry);

    assertThat(appended.alreadyThere()).isFalse();
    assertThat(appended.stored().entry()).isEqualTo(entry);
    assertThat(journal().tail())
        .isEqualTo(new Tail(entry.id().epoch(), 1, appended.stored().hash()));
  }

  @Test
  void entriesComeBackEqualAndInOrderWithTheirHashes() {
    List<StoredEntry> appended = appendMany(25);

    assertThat(after(0)).isEqualTo(appended);
  }

  @Test
  void eachEntryCarriesTheHashOfTheOneBefore() {
    appendMany(5);

    List<StoredEntry> kept = after(0);

    for (int i = 1; i < kept.size(); i++) {
      assertThat(kept.get(i).entry().previous()).isEqualTo(kept.get(i - 1).hash());
    }
  }

  @Test
  void readingAfterASequenceStartsWithTheNextOne() {
    List<StoredEntry> appended = appendMany(10);

    assertThat(after(7)).isEqualTo(appended.subList(7, 10));
    assertThat(after(10)).isEmpty();
  }

  @Test
  void readingTwiceGivesTheSame() {
    appendMany(3);

    assertThat(after(0)).isEqualTo(after(0));
  }

  @Test
  void appendingTheSameEntryAgainChangesNothing() {
    appendMany(2);
    JournalEntry entry = next();
    Appended first = journal().append(entry);

    Appended second = journal().append(entry);

    assertThat(second.alreadyThere()).isTrue();
    assertThat(second.stored()).isEqualTo(first.stored());
    assertThat(journal().tail().sequence()).isEqualTo(3);
    assertThat(after(0)).hasSize(3);
  }

  @Test
  void aSequenceThatIsNotTheNextIsRefused() {
    appendMany(2);
    JournalEntry entry = next();
    JournalEntry gap = numbered(entry, entry.id().sequence() + 1);

    assertThatThrownBy(() -> journal().append(gap)).isInstanceOf(IllegalArgumentException.class);
    assertThat(after(0)).hasSize(2);
  }

  @Test
  void anotherEntryUnderATakenSequenceIsRefused() {
    appendMany(2);
    JournalEntry other = numbered(next(), 2);

    assertThatThrownBy(() -> journal().append(other)).isInstanceOf(IllegalArgumentException.class);
    assertThat(after(0)).hasSize(2);
  }

  @Test
  void anEntryWithAnotherPredecessorIsRefused() {
    appendMany(2);
    JournalEntry entry = next();
    JournalEntry strange =
        new JournalEntry(
            entry.id(),
            entry.businessDate(),
            entry.recordedAt(),
            entry.operator(),
            EntryHash.of(new byte[] {1}),
            entry.body());

    assertThatThrownBy(() -> journal().append(strange))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anEntryOfAnotherLaneOrEpochIsRefused() {
    JournalEntry entry = next();
    EntryId id = entry.id();
    LaneId stranger = new LaneId("ZZ9", "R9");

    assertThatThrownBy(
            () -> journal().append(named(entry, new EntryId(stranger, id.epoch(), id.sequence()))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            journal().append(named(entry, new EntryId(id.lane(), id.epoch() + 1, id.sequence()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<StoredEntry> appendMany(int count) {
    List<StoredEntry> appended = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      appended.add(journal().append(next()).stored());
    }
    return appended;
  }

  private JournalEntry next() {
    return JournalEntries.following(journal().lane(), journal().tail());
  }

  private List<StoredEntry> after(long sequence) {
    List<StoredEntry> read = new ArrayList<>();
    journal().readAfter(sequence, read::add);
    return read;
  }

  private static JournalEntry numbered(JournalEntry entry, long sequence) {
    return named(entry, new EntryId(entry.id().lane(), entry.id().epoch(), sequence));
  }

  private static JournalEntry named(JournalEntry entry, EntryId id) {
    return new JournalEntry(
        id,
        entry.businessDate(),
        entry.recordedAt(),
        entry.operator(),
        entry.previous(),
        entry.body());
  }
}
