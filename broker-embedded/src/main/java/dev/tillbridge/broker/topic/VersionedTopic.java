package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic at one broker, whose values each have a version of their own: the newest of
 * each key. For one thread; keeps a session open between reads and makes a new one after it was
 * lost. The access stays its owner's to close.
 *
 * <p>A large one has a second queue with its newest version, so that a reader who has everything
 * need not have all its values looked at.
 *
 * <p>Every method throws {@link BrokerUnreachable} when the broker is not there or the link is lost
 * on the way; then call again.
 */
public final class VersionedTopic implements AutoCloseable {

  private static final SimpleString NEWEST_KEY = SimpleString.of("newest");

  private final BrokerAccess broker;
  private final String queue;
  private final @Nullable String newestQueue;
  private final CompactedTopic topic;

  private VersionedTopic(BrokerAccess broker, String queue, @Nullable String newestQueue) {
    this.broker = broker;
    this.queue = queue;
    this.newestQueue = newestQueue;
    this.topic = new CompactedTopic(broker);
  }

  /** HQ's watermarks. */
  public static VersionedTopic watermarks(BrokerAccess broker) {
    return new VersionedTopic(broker, Addresses.WATERMARKS, null);
  }

  /** What HQ tells all lanes. */
  public static VersionedTopic shared(BrokerAccess broker) {
    return new VersionedTopic(broker, Addresses.SHARED, Addresses.SHARED_NEWEST);
  }

  /**
   * Hands over the values changed after a version, in no useful order; one replaced meanwhile may
   * come twice, the newer one last.
   */
  public void browse(long afterVersion, Consumer<TopicValue> reader) {
    if (afterVersion != CompactedTopic.FROM_THE_START && !hasAfter(afterVersion)) {
      return;
    }
    topic.read(
        queue,
        CompactedTopic.changedAfter(afterVersion),
        message -> reader.accept(CompactedTopic.value(queue, message)));
  }

  /** Whether there may be a value with a higher version. */
  private boolean hasAfter(long version) {
    String newest = newestQueue;
    if (newest == null) {
      return true;
    }
    Newest found = new Newest();
    topic.read(newest, null, message -> found.accept(CompactedTopic.value(newest, message)));
    TopicValue highest = found.value;
    return highest == null || highest.version() > version;
  }

  /** A key's newest value. */
  public Optional<TopicValue> newest(String key) {
    Newest newest = new Newest();
    topic.read(
        queue,
        Headers.KEY + " = '" + key + "'",
        message -> newest.accept(CompactedTopic.value(queue, message)));
    return Optional.ofNullable(newest.value);
  }

  /**
   * Puts values into the topic, the oldest version first, and returns when they are durable. The
   * same again does no harm.
   */
  public void put(Collection<TopicValue> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<TopicValue> inOrder =
        changed.stream().sorted(Comparator.comparingLong(TopicValue::version)).toList();
    try (ClientSession session = broker.transactedSession();
        ClientProducer producer = session.createProducer()) {
      int count = 0;
      for (TopicValue value : inOrder) {
        if (count++ > 0 && count % CompactedTopic.COMMIT_MAX == 0) {
          session.commit();
        }
        producer.send(
            queue,
            CompactedTopic.message(
                session, SimpleString.of(value.key()), value.version(), value.bytes()));
      }
      if (newestQueue != null) {
        producer.send(
            newestQueue,
            CompactedTopic.message(session, NEWEST_KEY, inOrder.getLast().version(), new byte[0]));
      }
      session.commit();
    } catch (ActiveMQException e) {
      throw new BrokerUnreachable(
          "Publishing %,d %s failed: %s, %s. They are published again."
              .formatted(changed.size(), queue, e.getType(), e.getMessage()),
          e);
    }
  }

  /** Ends the session; a later read makes a new one. */
  @Override
  public void close() {
    topic.close();
  }

  /** Keeps the highest version seen: one just replaced may still be there. */
  private static final class Newest implements Consumer<TopicValue> {

    @Nullable TopicValue value;

    @Override
    public void accept(TopicValue seen) {
      TopicValue best = value;
      if (best == null || seen.version() >= best.version()) {
        value = seen;
      }
    }
  }
}
