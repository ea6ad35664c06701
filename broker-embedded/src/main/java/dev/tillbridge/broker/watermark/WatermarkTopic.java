package dev.tillbridge.broker.watermark;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.CompactedTopic;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.topic.VersionedTopic;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** The watermarks at one broker, the newest of each stream: as {@link VersionedTopic} says. */
public final class WatermarkTopic implements AutoCloseable {

  /** Give this to {@link #browse} to read every watermark. */
  public static final long FROM_THE_START = CompactedTopic.FROM_THE_START;

  private final VersionedTopic topic;

  public WatermarkTopic(BrokerAccess broker) {
    this.topic = VersionedTopic.watermarks(broker);
  }

  /** Replaces these streams' watermarks. Durable when it returns; the same again does no harm. */
  public void publish(Collection<Watermark> changed) {
    topic.put(
        changed.stream()
            .map(mark ->
                new TopicValue(
                    mark.stream().toString(), mark.version(), Wire.WATERMARK.encode(mark)))
            .toList());
  }

  /** Hands over the watermarks changed after a version. */
  public void browse(long afterVersion, Consumer<Watermark> reader) {
    topic.browse(afterVersion, value -> reader.accept(read(value)));
  }

  /** A stream's newest watermark, absent when HQ has said nothing of it. */
  public Optional<Watermark> newest(StreamId stream) {
    return topic.newest(stream.toString()).map(WatermarkTopic::read);
  }

  private static Watermark read(TopicValue value) {
    return Wire.WATERMARK.decode(value.bytes()).orThrow();
  }

  /** Ends the session; a later read makes a new one. */
  @Override
  public void close() {
    topic.close();
  }
}
