package dev.tillbridge.broker.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.model.journal.Tail;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierDataDirectoryTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path root;

  @Test
  void registerWhoseQueueKeptEverythingKeepsOnlyNewEntriesAfterTheNextStart() throws Exception {
    NodeSettings settings = TestChain.in(root).register();
    Tail before;
    try (BrokerNode register = BrokerNode.start(settings, CLOCK)) {
      Entries.ring(register.journal(), 3);
      before = register.journal().tail();
      register
          .broker()
          .updateQueue(QueueConfiguration.of(Addresses.JOURNAL_KEEP).setFilterString(""));
      sendAgain(register);
      assertThat(register.messageCount(Addresses.JOURNAL_KEEP)).isEqualTo(4);
      consumeAgain(register);
    }

    try (BrokerNode register = BrokerNode.start(settings, CLOCK)) {
      sendAgain(register);

      assertThat(register.messageCount(Addresses.JOURNAL_KEEP)).isEqualTo(3);
      assertThat(register.journal().tail()).isEqualTo(before);
    }
  }

  private static void sendAgain(BrokerNode register) throws Exception {
    try (ClientSession session = register.access().session()) {
      ClientMessage message = session.createMessage(true);
      message.putStringProperty(Headers.AGAIN.toString(), Headers.RESENT);
      session.createProducer(Addresses.JOURNAL).send(message);
    }
  }

  private static void consumeAgain(BrokerNode register) throws Exception {
    try (ClientSession session = register.access().session();
        var consumer =
            session.createConsumer(Addresses.JOURNAL_KEEP, Headers.AGAIN + " IS NOT NULL")) {
      consumer.receive(5_000).acknowledge();
    }
  }
}
