package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.BrokerAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Copies a topic of HQ's to the store's: the watermarks, or what all lanes are told.
 *
 * <p>Compares everything at its start and now and then, and between reads what changed after the
 * highest version seen: HQ's topic is the truth, so whatever differs is replaced, also when HQ went
 * back to an older state.
 */
public final class TopicRelay implements AutoCloseable {

  static final Duration POLL = Duration.ofMillis(500);

  /** Polls between two comparisons of everything. */
  static final int POLLS_BETWEEN_COMPARISONS = 20;

  private final VersionedTopic hq;
  private final VersionedTopic store;
  private final Map<String, Long> ours = new HashMap<>();
  private final RelayLog log;
  private final PollLoop loop;
  private long last;
  private int pollsUntilComparison;
  private boolean known;

  private TopicRelay(String topic, BrokerAccess hq, BrokerAccess store) {
    this.hq = new VersionedTopic(hq, topic);
    this.store = new VersionedTopic(store, topic);
    this.log = new RelayLog(LoggerFactory.getLogger(TopicRelay.class), "Relay of " + topic);
    this.loop = PollLoop.start("relay of " + topic, POLL, this::poll, this::failed);
  }

  /**
   * Starts the relay's thread. Both accesses stay the caller's, to be closed after the relay.
   *
   * @param topic its name, the same at both brokers
   */
  public static TopicRelay start(String topic, BrokerAccess hq, BrokerAccess store) {
    return new TopicRelay(topic, hq, store);
  }

  private void poll() {
    if (!known) {
      readOwn();
    }
    if (pollsUntilComparison == 0) {
      bring(CompactedTopic.FROM_THE_START);
      pollsUntilComparison = POLLS_BETWEEN_COMPARISONS;
    } else {
      bring(last);
      pollsUntilComparison--;
    }
    log.say(
        "up", "values of HQ come through; the store has " + ours.size());
  }

  private void readOwn() {
    ours.clear();
    store.browse(CompactedTopic.FROM_THE_START, value -> ours.put(value.key(), value.version()));
    pollsUntilComparison = 0;
    known = true;
  }

  private void bring(long afterVersion) {
    Map<String, TopicValue> theirs = new HashMap<>();
    hq.browse(afterVersion, value -> theirs.put(value.key(), value));
    Map<String, TopicValue> changed = new HashMap<>(theirs);
    changed.values().removeIf(value -> Long.valueOf(value.version()).equals(ours.get(value.key())));
    store.put(changed.values());
    changed.forEach((key, value) -> ours.put(key, value.version()));
    last = theirs.values().stream().mapToLong(TopicValue::version).max().orElse(afterVersion);
  }

  private void failed(RuntimeException problem) {
    known = false;
    log.failed(
        problem, "none come through", "Trying every " + POLL.toMillis() + " ms; nothing is lost");
  }

  /** Stops within a few seconds. */
  @Override
  public void close() {
    loop.close();
    hq.close();
    store.close();
  }
}
