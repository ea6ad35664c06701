package dev.tillbridge.broker.delivery;

import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.topic.TopicRelay;
import dev.tillbridge.broker.watermark.WatermarkTopic;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Tail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** HQ, a store with its relay, and a register that delivers; nobody consumes at HQ. */
final class DeliveringChain implements AutoCloseable {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final TestChain chain;
  private NodeSettings settings;
  private final Clock clock;
  private final BrokerNode hq;
  private final BrokerAccess up;
  private BrokerNode store;
  private TopicRelay relay;
  private BrokerNode register;
  private RegisterDelivery delivery;

  private DeliveringChain(TestChain chain, NodeSettings settings, Clock clock) {
    this.chain = chain;
    this.settings = settings;
    this.clock = clock;
    hq = BrokerNode.start(chain.hq(), Clock.systemUTC());
    up =
        BrokerAccess.tcp(
            new Endpoint("127.0.0.1", chain.hqPort()), chain.store().uplinkCredentials());
    store = BrokerNode.start(chain.store(), Clock.systemUTC());
    relay = TopicRelay.ofWatermarks(up, store.access());
    register = BrokerNode.start(settings, clock);
    delivery = register.startDelivery(DeliveringChain::book);
  }

  static DeliveringChain start(TestChain chain) {
    return new DeliveringChain(chain, chain.register(), Clock.systemUTC());
  }

  /** With settings of its own for the delivery, and the register's clock. */
  static DeliveringChain start(TestChain chain, DeliverySettings delivery, Clock clock) {
    return new DeliveringChain(chain, chain.register(delivery), clock);
  }

  BrokerNode register() {
    return register;
  }

  RegisterDelivery delivery() {
    return delivery;
  }

  StreamId stream() {
    return new StreamId(chain.lane(), register.identity().epoch());
  }

  Tail tail() {
    return register.journal().tail();
  }

  EntryHash hashAt(long sequence) {
    List<EntryHash> found = new ArrayList<>();
    register
        .journal()
        .readAfter(
            sequence - 1,
            stored -> {
              if (stored.entry().id().sequence() == sequence) {
                found.add(stored.hash());
              }
            });
    return found.getFirst();
  }

  void publish(Watermark mark) {
    try (WatermarkTopic topic = new WatermarkTopic(hq.access())) {
      topic.publish(List.of(mark));
    }
  }

  /** Stops the store, does this, and starts it again. */
  void restartStore(Runnable meanwhile) {
    relay.close();
    store.close();
    await().atMost(SOON).until(() -> !register.link().orElseThrow().status().up());
    meanwhile.run();
    store = BrokerNode.start(chain.store(), Clock.systemUTC());
    relay = TopicRelay.ofWatermarks(up, store.access());
  }

  void restartRegister() {
    restartRegister(settings.delivery());
  }

  void restartRegister(DeliverySettings other) {
    delivery.close();
    register.close();
    settings = chain.register(other);
    register = BrokerNode.start(settings, clock);
    delivery = register.startDelivery(DeliveringChain::book);
  }

  /** Hashes of the entries that arrived at HQ, in the order they did. */
  List<EntryHash> entriesAtHq() {
    return arrived(
            "%s IS NULL OR %s = '%s'".formatted(Headers.AGAIN, Headers.AGAIN, Headers.RESENT))
        .stream()
        .map(EntryHash::of)
        .toList();
  }

  List<Heartbeat> heartbeatsAtHq() {
    return arrived("%s = '%s'".formatted(Headers.AGAIN, Headers.HEARTBEAT)).stream()
        .map(bytes -> SealedBytes.read(bytes).orElseThrow())
        .filter(SealedBytes::isGenuine)
        .map(sealed -> Wire.HEARTBEAT.decode(sealed.payload()).orThrow())
        .toList();
  }

  private List<byte[]> arrived(String selector) {
    List<byte[]> bodies = new ArrayList<>();
    try (ClientSession session = hq.access().session();
        ClientConsumer browser = session.createConsumer(Addresses.TICKETS, selector, true)) {
      for (ClientMessage message = browser.receiveImmediate();
          message != null;
          message = browser.receiveImmediate()) {
        bodies.add(MessageBody.bytes(message));
      }
      return bodies;
    } catch (ActiveMQException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    delivery.close();
    register.close();
    relay.close();
    store.close();
    up.close();
    hq.close();
  }

  private static DeliveryParts.BookHealth book() {
    return new DeliveryParts.BookHealth(
        4L, Instant.parse("2026-11-22T03:00:00Z"), "version 5 cannot be taken yet");
  }
}
