package dev.tillbridge.broker.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.broker.node.TestChain;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadToTheEndTest {

  private static final int SALES = 400;
  private static final int LINES = 30;

  @TempDir private Path root;

  /** A megabyte is what a reader is given before it must ask for more. */
  @Test
  void readerOfManyMegabytesIsNotToldTheEndAfterTheFirst() throws Exception {
    try (BrokerNode register =
        BrokerNode.start(TestChain.in(root).register(), Clock.systemUTC())) {
      for (int i = 0; i < SALES; i++) {
        register
            .journal()
            .append(Entries.sale(register.journal().lane(), register.journal().tail(), LINES));
      }

      for (int reading = 0; reading < 5; reading++) {
        int count = 0;
        try (ClientSession session = register.access().session();
            ClientConsumer kept = session.createConsumer(Addresses.JOURNAL_KEEP, true)) {
          while (kept.receiveImmediate() != null) {
            count++;
          }
        }
        assertThat(count).isEqualTo(SALES);
      }
    }
  }
}
