package dev.tillbridge.broker.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.TestChain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleHeartbeatsTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path root;

  @Test
  void heartbeatsNobodyTakesAreDroppedAndEntriesWait() throws Exception {
    TestChain chain = TestChain.in(root);
    try (BrokerNode store = BrokerNode.start(chain.store(), Clock.systemUTC());
        StaleHeartbeats stale =
            StaleHeartbeats.drop(store.access(), () -> store.messageCount(Addresses.TICKETS), 3)) {
      send(store, chain, null, 3);
      send(store, chain, Headers.RESENT, 2);
      send(store, chain, Headers.HEARTBEAT, 40);

      assertThat(stale).isNotNull();
      await().atMost(SOON).until(() -> store.messageCount(Addresses.TICKETS) == 5);
    }
  }

  private static void send(BrokerNode store, TestChain chain, @Nullable String again, int count)
      throws ActiveMQException {
    try (ClientSession session = store.access().session();
        ClientProducer producer = session.createProducer(Addresses.ticketsOf(chain.lane()))) {
      for (int i = 0; i < count; i++) {
        ClientMessage message = session.createMessage(true);
        if (again != null) {
          message.putStringProperty(Headers.AGAIN.toString(), again);
        }
        producer.send(message);
      }
    }
  }
}
