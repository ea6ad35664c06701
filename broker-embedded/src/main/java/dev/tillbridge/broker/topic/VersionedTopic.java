package dev.tillbridge.broker.topic;

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
 * <p>Every method throws {@link BrokerUnreachable} when the broker is not there or the link is lost
 * on the way; then call again.
 */
public final class VersionedTopic implements AutoCloseable {

  private final BrokerAccess broker;
  private final String queue;
  private final CompactedTopic topic;

  public VersionedTopic(BrokerAccess broker, String queue) {
    this.broker = broker;
    this.queue = queue;
    this.topic = new CompactedTopic(broker);
  }

  /**
   * Hands over the values changed after a version, in no useful order; one replaced meanwhile may
   * come twice, the newer one last.
   */
  public void browse(long afterVersion, Consumer<TopicValue> reader) {
    topic.read(
        queue,
        CompactedTopic.changedAfter(afterVersion),
        message -> reader.accept(CompactedTopic.value(queue, message)));
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
        ClientProducer producer = session.createProducer(queue)) {
      int count = 0;
      for (TopicValue value : inOrder) {
        producer.send(
            CompactedTopic.message(
                session, SimpleString.of(value.key()), value.version(), value.bytes()));
        if (++count % CompactedTopic.COMMIT_MAX == 0) {
          session.commit();
        }
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
