package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNonExistentQueueException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Browses the compacted topics of one broker. For one thread; keeps a session open between reads
 * and makes a new one after it was lost. The access stays its owner's to close.
 *
 * <p>Every method throws {@link BrokerUnreachable} when the broker is not there or the link is lost
 * on the way; then call again.
 */
public final class CompactedTopic implements AutoCloseable {

  /** Give this as the version to read every value. */
  public static final long FROM_THE_START = -1;

  /** A browse of more values than this stops with {@link UnusableTopic}. */
  public static final int VALUES_MAX = 1_100_000;

  /** What is sent in one transaction: all of it or nothing. More is committed in such parts. */
  public static final int COMMIT_MAX = 20_000;

  /** Less than a broker sends, and than a connection holds, before it waits for the reader. */
  private static final long HELD_BACK_FROM_BYTES = 64 * 1024;

  private static final Duration END_WAIT = Duration.ofMillis(200);

  private final BrokerAccess broker;
  private @Nullable ClientSession reading;

  public CompactedTopic(BrokerAccess broker) {
    this.broker = broker;
  }

  /** The selector for values changed after a version. */
  public static String changedAfter(long version) {
    return Headers.VERSION + " > " + version;
  }

  /** One value as it is sent. */
  public static ClientMessage message(
      ClientSession session, SimpleString key, long version, byte[] body) {
    ClientMessage message = session.createMessage(true);
    message.putStringProperty(Headers.KEY, key);
    message.putLongProperty(Headers.VERSION, version);
    message.getBodyBuffer().writeBytes(body);
    return message;
  }

  /** Whether reading failed because this broker has no such topic, or none for this user. */
  static boolean isAbsent(BrokerUnreachable problem) {
    return problem.getCause() instanceof ActiveMQNonExistentQueueException
        || problem.getCause() instanceof ActiveMQSecurityException;
  }

  /** Hands every message that matches over, in the queue's order. */
  public void read(String queue, @Nullable String selector, Consumer<ClientMessage> reader) {
    try {
      ClientSession session = readingSession();
      try (ClientConsumer consumer = session.createConsumer(queue, selector, true)) {
        int count = 0;
        long bytes = 0;
        for (ClientMessage m = next(consumer, bytes); m != null; m = next(consumer, bytes)) {
          bytes += m.getEncodeSize();
          if (++count > VALUES_MAX) {
            throw new UnusableTopic(
                "The queue %s holds more than %,d values; nothing was read. Purge it at the broker and publish its values again."
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

  /** The key, version and bytes of a message of this topic. */
  public static TopicValue value(String queue, ClientMessage message) {
    String key = message.getStringProperty(Headers.KEY);
    Long version = message.getLongProperty(Headers.VERSION);
    if (key == null || version == null) {
      throw new UnusableTopic(
          "A message in the queue %s has no %s or no %s; nothing was read. Purge the queue at the broker and publish its values again."
              .formatted(queue, Headers.KEY, Headers.VERSION));
    }
    return new TopicValue(key, version, MessageBody.bytes(message));
  }

  /**
   * Null at the queue's end: the broker answers a forced delivery after all it had to send. But
   * what it held back for want of credits may come some milliseconds after that answer, so where
   * there can have been such a want the end is waited for and asked for again.
   */
  private static @Nullable ClientMessage next(ClientConsumer consumer, long bytesBefore)
      throws ActiveMQException {
    ClientMessage message = consumer.receiveImmediate();
    if (message != null || bytesBefore < HELD_BACK_FROM_BYTES) {
      return message;
    }
    ClientMessage late = consumer.receive(END_WAIT.toMillis());
    return late == null ? consumer.receiveImmediate() : late;
  }

  private ClientSession readingSession() {
    ClientSession session = reading;
    if (session == null || session.isClosed()) {
      session = broker.session();
      reading = session;
    }
    return session;
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
}
