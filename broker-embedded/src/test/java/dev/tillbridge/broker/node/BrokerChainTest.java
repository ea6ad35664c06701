package dev.tillbridge.broker.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerChainTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path root;
  private TestChain chain;

  @BeforeEach
  void layOutChain() throws Exception {
    chain = TestChain.in(root);
  }

  @Test
  void entriesReachHqThroughTheStoreInOrderAndByteForByte() {
    try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK);
        BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      Entries.ring(register.journal(), 50);

      await().atMost(SOON).until(() -> hq.messageCount(Addresses.TICKETS) == 50);
      List<EntryHash> kept = new ArrayList<>();
      register.journal().readAfter(0, stored -> kept.add(stored.hash()));
      assertThat(received(hq, 50)).map(EntryHash::of).isEqualTo(kept);
      await().atMost(SOON).until(() -> store.messageCount(Addresses.TICKETS) == 0);
    }
  }

  @Test
  void entriesRungWithoutStoreWaitAndArriveWhenItComes() {
    try (BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      Entries.ring(register.journal(), 20);
      await().atMost(SOON).until(() -> register.link().orElseThrow().status().waiting() == 20);
      assertThat(register.link().orElseThrow().status().up()).isFalse();

      try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK);
          BrokerNode store = BrokerNode.start(chain.store(), CLOCK)) {
        await().atMost(SOON).until(() -> register.link().orElseThrow().status().up());
        await().atMost(SOON).until(() -> hq.messageCount(Addresses.TICKETS) == 20);
        await().atMost(SOON).until(() -> register.link().orElseThrow().status().waiting() == 0);
        assertThat(register.messageCount(Addresses.JOURNAL_KEEP)).isEqualTo(20);
      }
      await().atMost(SOON).until(() -> !register.link().orElseThrow().status().up());
    }
  }

  @Test
  void ticketOfManyHundredLinesTravelsWhole() {
    try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK);
        BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      JournalEntry large = Entries.sale(chain.lane(), register.journal().tail(), 2_000);
      register.journal().append(large);
      Entries.ring(register.journal(), 1);

      await().atMost(SOON).until(() -> hq.messageCount(Addresses.TICKETS) == 2);
      List<byte[]> bodies = received(hq, 2);
      assertThat(bodies.getFirst()).hasSizeGreaterThan(300_000);
      assertThat(SealedEntry.read(bodies.getFirst()).orThrow()).isEqualTo(large);
      await().atMost(SOON).until(() -> store.messageCount(Addresses.TICKETS) == 0);
    }
  }

  @Test
  void restartedRegisterGoesOnWithTheNextNumberOfItsEpoch() {
    long epoch;
    try (BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      Entries.ring(register.journal(), 3);
      epoch = register.identity().epoch();
    }

    try (BrokerNode register = BrokerNode.start(chain.register(), CLOCK)) {
      assertThat(register.identity().epoch()).isEqualTo(epoch);
      Entries.ring(register.journal(), 2);
      List<EntryId> ids = new ArrayList<>();
      register.journal().readAfter(0, stored -> ids.add(stored.entry().id()));
      assertThat(ids)
          .isEqualTo(
              LongStream.rangeClosed(1, 5)
                  .mapToObj(n -> new EntryId(chain.lane(), epoch, n))
                  .toList());
    }
  }

  @Test
  void registerMaySendToItsOwnAddressOnlyAndConsumeNothing() throws Exception {
    try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerAccess asRegister =
            BrokerAccess.tcp(
                new Endpoint("127.0.0.1", chain.storePort()),
                chain.register().uplinkCredentials());
        ClientSession session = asRegister.session()) {
      session.createProducer("tickets.S01.R01").send(session.createMessage(true));
      await().atMost(SOON).until(() -> store.messageCount(Addresses.TICKETS) == 1);

      assertThatThrownBy(
              () -> session.createProducer("tickets.S01.R02").send(session.createMessage(true)))
          .isInstanceOf(ActiveMQSecurityException.class);
      assertThatThrownBy(
              () -> session.createProducer(Addresses.PRICES).send(session.createMessage(true)))
          .isInstanceOf(ActiveMQSecurityException.class);
      assertThatThrownBy(() -> session.createConsumer(Addresses.TICKETS))
          .isInstanceOf(ActiveMQSecurityException.class);
      session.createConsumer(Addresses.PRICES, true).close();
    }
  }

  @Test
  void strangerOnThePortIsRefused() {
    try (BrokerNode store = BrokerNode.start(chain.store(), CLOCK);
        BrokerAccess stranger =
            BrokerAccess.tcp(
                new Endpoint("127.0.0.1", chain.storePort()),
                new Credentials("S01-R01", "guessed"))) {
      assertThat(store.link()).isPresent();
      assertThatThrownBy(stranger::session).hasMessageContaining("password file of this user");
    }
  }

  @Test
  void takenPortIsNamedAndNothingIsStarted() {
    try (BrokerNode hq = BrokerNode.start(chain.hq(), CLOCK)) {
      assertThat(hq.link()).isEmpty();
      NodeSettings second =
          new NodeSettings(
              Role.HQ,
              "HQ",
              root.resolve("second"),
              chain.hq().secretsDir(),
              chain.hq().listen(),
              null,
              List.of(),
              List.of("S01"));
      assertThatThrownBy(() -> BrokerNode.start(second, CLOCK))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining(String.valueOf(chain.hqPort()))
          .hasMessageContaining("listen.port");
    }
  }

  private static List<byte[]> received(BrokerNode node, int count) {
    List<byte[]> bodies = new ArrayList<>();
    try (ClientSession session = node.access().session();
        var consumer = session.createConsumer(Addresses.TICKETS)) {
      for (int i = 0; i < count; i++) {
        ClientMessage message = consumer.receive(5_000);
        assertThat(message).as("message " + (i + 1) + " of " + count).isNotNull();
        bodies.add(MessageBody.bytes(message));
        message.acknowledge();
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return bodies;
  }
}
