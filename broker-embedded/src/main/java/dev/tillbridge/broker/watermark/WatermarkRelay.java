package dev.tillbridge.broker.watermark;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.broker.topic.RelayLog;
import dev.tillbridge.broker.topic.TopicValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Copies HQ's watermarks to the store's topic.
 *
 * <p>Compares everything at its start and now and then, and between reads what changed after the
 * highest version seen: HQ's topic is the truth, so whatever differs is replaced, also when HQ went
 * back to an older state.
 */
public final class WatermarkRelay implements AutoCloseable {

  static final Duration POLL = Duration.ofMillis(500);

  /** Polls between two comparisons of everything. */
  static final int POLLS_BETWEEN_COMPARISONS = 20;

  private final WatermarkTopic hq;
  private final WatermarkTopic store;
  private final Map<String, Long> ours = new HashMap<>();
  private final RelayLog log =
      new RelayLog(LoggerFactory.getLogger(WatermarkRelay.class), "Watermark relay");
  private final PollLoop loop;
  private long last;
  private int pollsUntilComparison;
  private boolean known;

  private WatermarkRelay(BrokerAccess hq, BrokerAccess store) {
    this.hq = new WatermarkTopic(hq);
    this.store = new WatermarkTopic(store);
    this.loop = PollLoop.start("watermark-relay", POLL, this::poll, this::failed);
  }

  /** Starts the relay's thread. Both accesses stay the caller's, to be closed after the relay. */
  public static WatermarkRelay start(BrokerAccess hq, BrokerAccess store) {
    return new WatermarkRelay(hq, store);
  }

  private void poll() {
    if (!known) {
      readOwn();
    }
    if (pollsUntilComparison == 0) {
      bring(WatermarkTopic.FROM_THE_START);
      pollsUntilComparison = POLLS_BETWEEN_COMPARISONS;
    } else {
      bring(last);
      pollsUntilComparison--;
    }
    log.say(
        "up", "watermarks of HQ come through; the store has those of " + ours.size() + " streams");
  }

  private void readOwn() {
    ours.clear();
    store.values(WatermarkTopic.FROM_THE_START, value -> ours.put(value.key(), value.version()));
    pollsUntilComparison = 0;
    known = true;
  }

  private void bring(long afterVersion) {
    Map<String, TopicValue> theirs = new HashMap<>();
    hq.values(afterVersion, value -> theirs.put(value.key(), value));
    Map<String, TopicValue> changed = new HashMap<>(theirs);
    changed.values().removeIf(value -> Long.valueOf(value.version()).equals(ours.get(value.key())));
    store.copy(changed.values());
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
