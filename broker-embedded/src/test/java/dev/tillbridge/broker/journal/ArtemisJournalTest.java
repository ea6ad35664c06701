package dev.tillbridge.broker.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.TestChain;
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
    List<Long> sequences = new ArrayList<>();
    journal().readAfter(0, stored -> sequences.add(stored.entry().id().sequence()));
    assertThat(sequences)
        .isEqualTo(LongStream.rangeClosed(1, settled.sequence() + 2).boxed().toList());
  }

  @Override
  protected Journal journal() {
    return register.journal();
  }
}
