package dev.tillbridge.model.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.identity.LaneId;
import org.junit.jupiter.api.Test;

class InMemoryJournalTest extends JournalContract {

  private final InMemoryJournal journal =
      new InMemoryJournal(LaneId.parse("S01-R01"), 20261122081500L);

  @Override
  protected Journal journal() {
    return journal;
  }

  @Test
  void anUnknownOutcomeLeavesTheEntryInOrOutAsAsked() {
    JournalEntry entry = JournalEntries.following(journal.lane(), journal.tail());

    journal.failNextAppend(InMemoryJournal.Fault.UNKNOWN_NOT_STORED);
    assertThatThrownBy(() -> journal.append(entry)).isInstanceOf(AppendOutcomeUnknown.class);
    assertThat(journal.tail().sequence()).isZero();

    journal.failNextAppend(InMemoryJournal.Fault.UNKNOWN_STORED);
    assertThatThrownBy(() -> journal.append(entry)).isInstanceOf(AppendOutcomeUnknown.class);
    assertThat(journal.tail().sequence()).isEqualTo(1);
  }
}
