package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.Manifest;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQDuplicateIdException;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * A price topic of one broker: values and manifest. For one thread; keeps a session open between
 * reads and makes a new one after it was lost. The access stays its owner's to close.
 *
 * <p>Every method throws {@link BrokerUnreachable} when the broker is not there or the link is lost
 * on the way; then call again.
 */
public final class PriceTopic implements AutoCloseable {

  /** Give this to {@link #browse} to read every value. */
  public static final long FROM_THE_START = CompactedTopic.FROM_THE_START;

  /** A browse of more values than this stops with {@link UnusableTopic}. */
  public static final int VALUES_MAX = CompactedTopic.VALUES_MAX;

  /**
   * A publish of up to this many values is one transaction: all of it or nothing. A larger one is
   * committed in parts of this size, its manifest in the last.
   */
  public static final int COMMIT_MAX = CompactedTopic.COMMIT_MAX;

  private static final SimpleString ONE_KEY = SimpleString.of("manifest");

  private final BrokerAccess broker;
  private final CompactedTopic topic;
  private final String values;
  private final String manifests;

  /** The book of all stores. */
  public PriceTopic(BrokerAccess broker) {
    this(broker, Addresses.PRICES, Addresses.PRICES_MANIFEST);
  }

  private PriceTopic(BrokerAccess broker, String values, String manifests) {
    this.broker = broker;
    this.topic = new CompactedTopic(broker);
    this.values = values;
    this.manifests = manifests;
  }

  /** At HQ: the book that the stores named in its manifest try first. */
  public static PriceTopic canary(BrokerAccess hq) {
    return new PriceTopic(hq, Addresses.PRICES_CANARY, Addresses.PRICES_CANARY_MANIFEST);
  }

  /** The newest manifest, absent before the first publish. */
  public Optional<Manifest> manifest() {
    Newest newest = new Newest();
    topic.read(manifests, null, newest);
    return newest.body == null
        ? Optional.empty()
        : Optional.of(Wire.MANIFEST.decode(newest.body).orThrow());
  }

  /**
   * Hands over every value changed after a version, in no useful order; a value replaced meanwhile
   * may come twice, the newer one last.
   */
  public void browse(long afterVersion, Consumer<TopicValue> reader) {
    topic.read(
        values,
        CompactedTopic.changedAfter(afterVersion),
        message -> reader.accept(CompactedTopic.value(values, message)));
  }

  /**
   * Publishes a version: its changed values, then its manifest. Durable when it returns.
   *
   * @throws VersionTaken when this version was published before, by anyone
   */
  public void publish(Collection<TopicValue> changed, Manifest manifest) {
    send(changed, manifest, true, null);
  }

  /**
   * The same, with the version's record for the log of versions: what is one transaction here is
   * one there.
   *
   * @throws VersionTaken when this version was published before, by anyone, on either topic
   */
  public void publish(Collection<TopicValue> changed, Manifest manifest, VersionRecord record) {
    send(changed, manifest, true, record);
  }

  /** Puts values and the manifest of a version published elsewhere into this topic. Durable. */
  public void copy(Collection<TopicValue> changed, Manifest manifest) {
    send(changed, manifest, false, null);
  }

  private void send(
      Collection<TopicValue> changed,
      Manifest manifest,
      boolean once,
      @Nullable VersionRecord record) {
    try (ClientSession session = broker.transactedSession();
        ClientProducer producer = session.createProducer()) {
      if (record != null) {
        record.sendParts(session, producer);
      }
      int count = 0;
      for (TopicValue value : changed) {
        SimpleString key = SimpleString.of(value.key());
        producer.send(values, CompactedTopic.message(session, key, value.version(), value.bytes()));
        if (++count % COMMIT_MAX == 0) {
          session.commit();
        }
      }
      byte[] body = Wire.MANIFEST.encode(manifest);
      ClientMessage seal = CompactedTopic.message(session, ONE_KEY, manifest.version(), body);
      if (once) {
        seal.putStringProperty(
            Message.HDR_DUPLICATE_DETECTION_ID,
            SimpleString.of("price-book-" + manifest.version()));
      }
      producer.send(manifests, seal);
      if (record != null) {
        record.sendHead(session, producer);
      }
      session.commit();
    } catch (ActiveMQDuplicateIdException e) {
      throw new VersionTaken(manifest.version(), e);
    } catch (ActiveMQException e) {
      throw new BrokerUnreachable(
          "Publishing price book version %d failed: %s, %s. Read the manifest to see whether it is there."
              .formatted(manifest.version(), e.getType(), e.getMessage()),
          e);
    }
  }

  /** Ends the session; a later read makes a new one. */
  @Override
  public void close() {
    topic.close();
  }

  /** Keeps the last one seen: one that was just replaced may still be there, before it. */
  private static final class Newest implements Consumer<ClientMessage> {

    byte @Nullable [] body;

    @Override
    public void accept(ClientMessage message) {
      body = MessageBody.bytes(message);
    }
  }
}
