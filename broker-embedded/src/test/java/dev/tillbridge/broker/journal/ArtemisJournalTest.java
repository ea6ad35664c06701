package dev.tillbridge.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.journal.AppendOutcomeUnknown;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalContract;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Tail;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtemisJournalTest extends JournalContract {

  @TempDir private Path root;
  private BrokerNode register;

  @BeforeEach
  void startRegister() throws Exception {
    register = BrokerNode.start(TestChain.in(root).register(), Clock.systemUTC());
  }

  @AfterEach
  void stopRegister() {
    register.close();
  }

  @Test
  void interruptedAppendLeavesNoNumberUsedTwiceAndNoGap() {
    Entries.ring(journal(), 2);
    JournalEntry doubtful = Entries.sale(journal().lane(), journal().tail(), 3);
    Thread.currentThread().interrupt();

    try {
      assertThatThrownBy(() -> journal().append(doubtful)).isInstanceOf(AppendOutcomeUnknown.class);
    } finally {
      Thread.interrupted();
    }

    Tail settled = journal().tail();
    assertThat(settled.sequence()).isBetween(2L, 3L);
    Entries.ring(journal(), 2);
    assertThat(sequencesAfter(0))
        .isEqualTo(LongStream.rangeClosed(1, settled.sequence() + 2).boxed().toList());
  }

  @Test
  void entriesThatLeftAreGoneAndTheTailStays() {
    Entries.ring(journal(), 1_200);
    Tail tail = journal().tail();

    assertThat(kept().letGo(1_199)).isEqualTo(KeptEntries.LET_GO_MAX);
    assertThat(kept().letGo(1_199)).isEqualTo(KeptEntries.LET_GO_MAX);
    assertThat(kept().letGo(1_199)).isEqualTo(199);
    assertThat(kept().letGo(1_199)).isZero();

    assertThat(kept().first()).hasValue(1_200);
    assertThat(kept().count()).isEqualTo(1);
    assertThat(journal().tail()).isEqualTo(tail);
    assertThat(reopened().tail()).isEqualTo(tail);
    Entries.ring(journal(), 2);
    assertThat(sequencesAfter(0)).containsExactly(1_200L, 1_201L, 1_202L);
    assertThat(sequencesAfter(1_200)).containsExactly(1_201L, 1_202L);
  }

  @Test
  void largeTicketsLeaveWhole() {
    for (int i = 0; i < 3; i++) {
      journal().append(Entries.sale(journal().lane(), journal().tail(), 1_000));
    }

    int left = 0;
    for (int some = kept().letGo(2); some > 0; some = kept().letGo(2)) {
      left += some;
    }

    assertThat(left).isEqualTo(2);
    assertThat(sequencesAfter(0)).containsExactly(3L);
  }

  @Test
  void tailIsFoundWithoutReadingWhatIsKept() {
    Entries.ring(journal(), 50);
    kept().letGo(20);
    List<Long> read = new ArrayList<>();

    kept()
        .readAfter(
            kept().first().orElseThrow() + kept().count() - 2, entry -> read.add(entry.sequence()));

    assertThat(read).containsExactly(50L);
    assertThat(reopened().tail()).isEqualTo(journal().tail());
  }

  @Test
  void newestCheckpointIsKnownWithoutReadingTheOthers() {
    Entries.ring(journal(), 3);
    Entries.checkpoint(journal());
    Entries.ring(journal(), 3);
    assertThat(opened().newestCheckpoint()).isEqualTo(4);
    assertThat(reopened().newestCheckpoint()).isEqualTo(4);

    Entries.checkpoint(journal());

    assertThat(opened().newestCheckpoint()).isEqualTo(8);
    assertThat(reopened().newestCheckpoint()).isEqualTo(8);
  }

  @Test
  void sealedBytesAreReadByRangeAndHashToTheChain() {
    Entries.ring(journal(), 10);
    List<KeptEntry> range = new ArrayList<>();

    kept().read(new SequenceRange(4, 6), range::add);

    assertThat(range).map(KeptEntry::sequence).containsExactly(4L, 5L, 6L);
    for (KeptEntry entry : range) {
      assertThat(opened().hashAt(entry.sequence())).hasValue(entry.hash());
      assertThat(reopened().hashAt(entry.sequence())).hasValue(entry.hash());
    }
    assertThat(opened().hashAt(11)).isEmpty();
  }

  private ArtemisJournal opened() {
    return (ArtemisJournal) journal();
  }

  /** Another reader of the same journal, which remembers nothing. */
  private ArtemisJournal reopened() {
    return ArtemisJournal.open(
        register.access(),
        journal().lane(),
        journal().tail().epoch(),
        Seal.fresh(),
        () -> register.messageCount(Addresses.JOURNAL_KEEP),
        () -> false);
  }

  private KeptEntries kept() {
    return opened().kept();
  }

  private List<Long> sequencesAfter(long sequence) {
    List<Long> sequences = new ArrayList<>();
    journal().readAfter(sequence, stored -> sequences.add(stored.entry().id().sequence()));
    return sequences;
  }

  @Override
  protected Journal journal() {
    return register.journal();
  }
}
