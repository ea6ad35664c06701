package dev.tillbridge.broker.watermark;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.topic.CompactedTopic;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
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
 * The watermarks at one broker, the newest of each stream. For one thread; keeps a session open
 * between reads and makes a new one after it was lost. The access stays its owner's to close.
 *
 * <p>Every method throws {@link BrokerUnreachable} when the broker is not there or the link is lost
 * on the way; then call again.
 */
public final class WatermarkTopic implements AutoCloseable {

  /** Give this to {@link #browse} to read every watermark. */
  public static final long FROM_THE_START = CompactedTopic.FROM_THE_START;

  private final BrokerAccess broker;
  private final CompactedTopic topic;

  public WatermarkTopic(BrokerAccess broker) {
    this.broker = broker;
    this.topic = new CompactedTopic(broker);
  }

  /** Replaces these streams' watermarks. Durable when it returns; the same again does no harm. */
  public void publish(Collection<Watermark> changed) {
    copy(
        changed.stream()
            .map(mark ->
                new TopicValue(
                    mark.stream().toString(), mark.version(), Wire.WATERMARK.encode(mark)))
            .toList());
  }

  /**
   * Hands over the watermarks changed after a version, in no useful order; one replaced meanwhile
   * may come twice, the newer one last.
   */
  public void browse(long afterVersion, Consumer<Watermark> reader) {
    values(afterVersion, value -> reader.accept(read(value)));
  }

  /** A stream's newest watermark, absent when HQ has said nothing of it. */
  public Optional<Watermark> newest(StreamId stream) {
    Newest newest = new Newest();
    topic.read(
        Addresses.WATERMARKS,
        Headers.KEY + " = '" + stream + "'",
        message -> newest.accept(CompactedTopic.value(Addresses.WATERMARKS, message)));
    return Optional.ofNullable(newest.value).map(WatermarkTopic::read);
  }

  /** The watermarks changed after a version, as they lie in the topic. */
  void values(long afterVersion, Consumer<TopicValue> reader) {
    topic.read(
        Addresses.WATERMARKS,
        CompactedTopic.changedAfter(afterVersion),
        message -> reader.accept(CompactedTopic.value(Addresses.WATERMARKS, message)));
  }

  /**
   * Puts watermarks into this topic, the oldest version first, and returns when they are durable.
   */
  void copy(Collection<TopicValue> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<TopicValue> inOrder =
        changed.stream().sorted(Comparator.comparingLong(TopicValue::version)).toList();
    try (ClientSession session = broker.transactedSession();
        ClientProducer producer = session.createProducer(Addresses.WATERMARKS)) {
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
          "Publishing %,d watermarks failed: %s, %s. They are published again."
              .formatted(changed.size(), e.getType(), e.getMessage()),
          e);
    }
  }

  private static Watermark read(TopicValue value) {
    return Wire.WATERMARK.decode(value.bytes()).orThrow();
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
