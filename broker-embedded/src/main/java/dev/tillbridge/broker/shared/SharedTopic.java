package dev.tillbridge.broker.shared;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.CompactedTopic;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.broker.topic.VersionedTopic;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.shared.SharedRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What HQ tells all lanes, at one broker: as {@link VersionedTopic} says. */
public final class SharedTopic implements AutoCloseable {

  /** Give this to {@link #browse} to read everything. */
  public static final long FROM_THE_START = CompactedTopic.FROM_THE_START;

  /** Keys at most; HQ tells no further ones, and lanes ask for those. */
  public static final int KEYS_MAX = 200_000;

  private static final Logger LOG = LoggerFactory.getLogger(SharedTopic.class);

  private final VersionedTopic topic;
  private boolean toldUnreadable;

  public SharedTopic(BrokerAccess broker) {
    this.topic = VersionedTopic.shared(broker);
  }

  /** Replaces what was told under these keys. Durable when it returns. HQ's alone. */
  public void publish(Collection<Shared> changed) {
    topic.put(
        changed.stream()
            .map(shared ->
                new TopicValue(
                    shared.what().key(), shared.version(), Wire.SHARED.encode(shared.what())))
            .toList());
  }

  /**
   * Hands over what was told after a version, in no useful order; of one key the highest version
   * counts. What a newer program wrote and this one cannot read is passed over.
   */
  public void browse(long afterVersion, Consumer<Shared> reader) {
    topic.browse(afterVersion, value -> read(value, reader));
  }

  /** The highest version of each key there. */
  public Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    topic.browse(FROM_THE_START, value -> versions.merge(value.key(), value.version(), Math::max));
    return versions;
  }

  private void read(TopicValue value, Consumer<Shared> reader) {
    if (Wire.SHARED.decode(value.bytes())
        instanceof Decoded.Read<SharedRecord>(SharedRecord what)) {
      reader.accept(new Shared(value.version(), what));
    } else if (!toldUnreadable) {
      toldUnreadable = true;
      LOG.warn(
          "{} of HQ cannot be read by this program and is passed over, and others like it. Update"
              + " this program.",
          value.key());
    }
  }

  /** Ends the session; a later read makes a new one. */
  @Override
  public void close() {
    topic.close();
  }
}
