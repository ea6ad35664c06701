package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.Addresses;
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

  /** Polls between two comparisons of everything, of a small topic: 10 s. */
  private static final int WATERMARKS_COMPARED = 20;

  /** The same of a large one: 10 minutes. After each failure everything is compared anyway. */
  private static final int SHARED_COMPARED = 1_200;

  private final int pollsBetweenComparisons;
  private final VersionedTopic hq;
  private final VersionedTopic store;
  private final Map<String, Long> ours = new HashMap<>();
  private final RelayLog log;
  private final PollLoop loop;
  private long last;
  private int pollsUntilComparison;
  private boolean known;

  private TopicRelay(
      String topic, int pollsBetweenComparisons, VersionedTopic hq, VersionedTopic store) {
    this.pollsBetweenComparisons = pollsBetweenComparisons;
    this.hq = hq;
    this.store = store;
    this.log = new RelayLog(LoggerFactory.getLogger(TopicRelay.class), "Relay of " + topic);
    this.loop = PollLoop.start("relay of " + topic, POLL, this::poll, this::failed);
  }

  /** Starts the relay's thread. Both accesses stay the caller's, to be closed after the relay. */
  public static TopicRelay ofWatermarks(BrokerAccess hq, BrokerAccess store) {
    return new TopicRelay(
        Addresses.WATERMARKS,
        WATERMARKS_COMPARED,
        VersionedTopic.watermarks(hq),
        VersionedTopic.watermarks(store));
  }

  /** Starts the relay's thread. Both accesses stay the caller's, to be closed after the relay. */
  public static TopicRelay ofShared(BrokerAccess hq, BrokerAccess store) {
    return new TopicRelay(
        Addresses.SHARED, SHARED_COMPARED, VersionedTopic.shared(hq), VersionedTopic.shared(store));
  }

  private void poll() {
    if (!known) {
      readOwn();
    }
    if (pollsUntilComparison == 0) {
      bring(CompactedTopic.FROM_THE_START);
      pollsUntilComparison = pollsBetweenComparisons;
    } else {
      bring(last);
      pollsUntilComparison--;
    }
    log.say("up", "values of HQ come through; the store has " + ours.size());
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
