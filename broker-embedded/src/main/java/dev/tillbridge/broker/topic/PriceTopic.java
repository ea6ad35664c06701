package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
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
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * The price topic of one broker. For one thread; keeps a session open between reads and makes a new
 * one after it was lost. The access stays its owner's to close.
 *
 * <p>Every method throws {@link BrokerUnreachable} when the broker is not there or the link is lost
 * on the way; then call again.
 */
public final class PriceTopic implements AutoCloseable {

  /** Give this to {@link #browse} to read every value. */
  public static final long FROM_THE_START = -1;

  /** A browse of more values than this stops with {@link UnusableTopic}. */
  public static final int VALUES_MAX = 1_000_000;

  /**
   * A publish of up to this many values is one transaction: all of it or nothing. A larger one is
   * committed in parts of this size, its manifest in the last.
   */
  public static final int COMMIT_MAX = 50_000;

  private static final SimpleString ONE_KEY = SimpleString.of("manifest");

  private final BrokerAccess broker;
  private @Nullable ClientSession reading;

  public PriceTopic(BrokerAccess broker) {
    this.broker = broker;
  }

  /** The newest manifest, absent before the first publish. */
  public Optional<Manifest> manifest() {
    Newest newest = new Newest();
    read(Addresses.PRICES_MANIFEST, null, newest);
    return newest.body == null
        ? Optional.empty()
        : Optional.of(Wire.MANIFEST.decode(newest.body).orThrow());
  }

  /**
   * Hands over every value changed after a version, in no useful order; a value replaced meanwhile
   * may come twice, the newer one last.
   */
  public void browse(long afterVersion, Consumer<TopicValue> reader) {
    read(Addresses.PRICES, Headers.VERSION + " > " + afterVersion, m -> reader.accept(value(m)));
  }

  /**
   * Publishes a version: its changed values, then its manifest. Durable when it returns.
   *
   * @throws VersionTaken when this version was published before, by anyone
   */
  public void publish(Collection<TopicValue> changed, Manifest manifest) {
    send(changed, manifest, true);
  }

  /** Puts values and the manifest of a version published elsewhere into this topic. Durable. */
  public void copy(Collection<TopicValue> changed, Manifest manifest) {
    send(changed, manifest, false);
  }

  private void read(String queue, @Nullable String filter, Consumer<ClientMessage> reader) {
    try {
      ClientSession session = readingSession();
      try (ClientConsumer consumer = session.createConsumer(queue, filter, true)) {
        int count = 0;
        for (ClientMessage m = next(consumer); m != null; m = next(consumer)) {
          if (++count > VALUES_MAX) {
            throw new UnusableTopic(
                "The queue %s holds more than %,d values; nothing was read. Purge it at the broker and publish the book again."
                    .formatted(queue, VALUES_MAX));
          }
          reader.accept(m);
        }
        if (consumer.isClosed() || session.isClosed()) {
          throw new BrokerUnreachable(
              "The link was lost while reading the queue " + queue + "; it is read again.",
              new IllegalStateException("consumer closed"));
        }
      }
    } catch (ActiveMQException e) {
      close();
      throw new BrokerUnreachable(
          "Reading the queue " + queue + " failed: " + e.getType() + ", " + e.getMessage() + ".",
          e);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  // Null at the queue's end: the broker answers a forced delivery after all it had to send.
  private static @Nullable ClientMessage next(ClientConsumer consumer) throws ActiveMQException {
    return consumer.receiveImmediate();
  }

  private ClientSession readingSession() {
    ClientSession session = reading;
    if (session == null || session.isClosed()) {
      session = broker.session();
      reading = session;
    }
    return session;
  }

  private void send(Collection<TopicValue> changed, Manifest manifest, boolean once) {
    try (ClientSession session = broker.transactedSession();
        ClientProducer producer = session.createProducer()) {
      int count = 0;
      for (TopicValue value : changed) {
        SimpleString key = SimpleString.of(value.key());
        producer.send(Addresses.PRICES, message(session, key, value.version(), value.bytes()));
        if (++count % COMMIT_MAX == 0) {
          session.commit();
        }
      }
      byte[] body = Wire.MANIFEST.encode(manifest);
      ClientMessage seal = message(session, ONE_KEY, manifest.version(), body);
      if (once) {
        seal.putStringProperty(
            Message.HDR_DUPLICATE_DETECTION_ID,
            SimpleString.of("price-book-" + manifest.version()));
      }
      producer.send(Addresses.PRICES_MANIFEST, seal);
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

  private static ClientMessage message(
      ClientSession session, SimpleString key, long version, byte[] body) {
    ClientMessage message = session.createMessage(true);
    message.putStringProperty(Headers.KEY, key);
    message.putLongProperty(Headers.VERSION, version);
    message.getBodyBuffer().writeBytes(body);
    return message;
  }

  private static TopicValue value(ClientMessage message) {
    String key = message.getStringProperty(Headers.KEY);
    Long version = message.getLongProperty(Headers.VERSION);
    if (key == null || version == null) {
      throw new UnusableTopic(
          "A message in the price topic has no %s or no %s; nothing was read. Purge the queue %s at the broker and publish the book again."
              .formatted(Headers.KEY, Headers.VERSION, Addresses.PRICES));
    }
    return new TopicValue(key, version, MessageBody.bytes(message));
  }

  /** Ends the session; a later read makes a new one. */
  @Override
  public void close() {
    ClientSession session = reading;
    reading = null;
    if (session != null) {
      try {
        session.close();
      } catch (ActiveMQException e) {
        // lost already, which is what closing wants
      }
    }
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
