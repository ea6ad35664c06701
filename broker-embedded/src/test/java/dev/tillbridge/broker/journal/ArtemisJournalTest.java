package dev.tillbridge.broker.journal;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalContract;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  @Override
  protected Journal journal() {
    return register.journal();
  }
}
