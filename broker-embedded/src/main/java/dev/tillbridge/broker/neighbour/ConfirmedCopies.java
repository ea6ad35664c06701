package dev.tillbridge.broker.neighbour;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.broker.watermark.WatermarkTopic;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops copies once HQ has confirmed their entries: those kept for others, and the own ones a
 * neighbour that is away has not fetched. So both hold what HQ lacks and no more.
 *
 * <p>A watermark whose chain head is not the copy's own hash at that place drops nothing: HQ then
 * has another entry under the same number, and the copies are evidence.
 */
public final class ConfirmedCopies implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConfirmedCopies.class);

  static final Duration POLL = Duration.ofSeconds(1);
  private static final int COMMIT_MAX = 500;

  /** What was done about a queue last, so that nothing is looked through twice. */
  private record Done(long upTo, long everAdded) {}

  private final WatermarkTopic watermarks;
  private final BrokerAccess own;
  private final Supplier<Collection<Copies>> copies;
  private final Map<StreamId, Watermark> marks = new HashMap<>();
  private final Map<StreamId, Done> done = new HashMap<>();
  private final PollLoop loop;
  private long seen = WatermarkTopic.FROM_THE_START;
  private String state = "";

  private ConfirmedCopies(
      BrokerAccess above, BrokerAccess own, Supplier<Collection<Copies>> copies) {
    this.watermarks = new WatermarkTopic(above);
    this.own = own;
    this.copies = copies;
    this.loop = PollLoop.start("confirmed-copies", POLL, this::poll, this::failed);
  }

  /**
   * Starts the thread. Both accesses stay the caller's, to be closed afterwards.
   *
   * @param above the broker that has the watermarks
   */
  public static ConfirmedCopies start(
      BrokerAccess above, BrokerAccess own, Supplier<Collection<Copies>> copies) {
    return new ConfirmedCopies(above, own, copies);
  }

  private void poll() {
    Collection<Copies> held = copies.get();
    if (held.stream().allMatch(queue -> queue.count() == 0)) {
      return;
    }
    watermarks.browse(
        seen,
        mark -> {
          marks.put(mark.stream(), mark);
          seen = Math.max(seen, mark.version());
        });
    for (Copies queue : held) {
      for (Watermark mark : marks.values()) {
        if (queue.count() > 0 && mark.stream().lane().equals(queue.lane()) && mark.upTo() > 0) {
          drop(queue, mark);
        }
      }
    }
    state = "up";
  }

  private void drop(Copies queue, Watermark mark) {
    Done now = new Done(mark.upTo(), queue.everAdded());
    if (now.equals(done.get(mark.stream()))) {
      return;
    }
    try (ClientSession session = own.transactedSession()) {
      if (isConfirmed(session, queue, mark)) {
        dropThrough(session, queue, mark);
      }
      done.put(mark.stream(), now);
    } catch (ActiveMQException e) {
      throw new IllegalStateException(
          "The copies in " + queue.queue() + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private boolean isConfirmed(ClientSession session, Copies queue, Watermark mark)
      throws ActiveMQException {
    try (ClientConsumer last = session.createConsumer(queue.queue(), selector(mark, "="), true)) {
      ClientMessage copy = last.receiveImmediate();
      if (copy == null || EntryHash.of(MessageBody.bytes(copy)).equals(mark.head())) {
        return true;
      }
      LOG.error(
          "HQ has another entry {} of {} than the copy in {}: the copies up to there are kept as"
              + " evidence. Look at HQ's exceptions page.",
          mark.upTo(),
          mark.stream(),
          queue.queue());
      return false;
    }
  }

  private void dropThrough(ClientSession session, Copies queue, Watermark mark)
      throws ActiveMQException {
    try (ClientConsumer confirmed = session.createConsumer(queue.queue(), selector(mark, "<="))) {
      int count = 0;
      for (ClientMessage copy = confirmed.receiveImmediate();
          copy != null && !loop.isStopping();
          copy = confirmed.receiveImmediate()) {
        copy.acknowledge();
        if (++count % COMMIT_MAX == 0) {
          session.commit();
        }
      }
      session.commit();
    }
  }

  private static String selector(Watermark mark, String comparison) {
    return "%s = '%s' AND %s = %d AND %s %s %d"
        .formatted(
            Headers.LANE,
            mark.stream().lane(),
            Headers.EPOCH,
            mark.stream().epoch(),
            Headers.SEQUENCE,
            comparison,
            mark.upTo());
  }

  private void failed(RuntimeException problem) {
    seen = WatermarkTopic.FROM_THE_START;
    marks.clear();
    done.clear();
    String now = problem instanceof BrokerUnreachable ? "unreachable" : "failed " + problem;
    if (now.equals(state)) {
      return;
    }
    state = now;
    if (problem instanceof BrokerUnreachable) {
      LOG.info("Copies of entries stay here until HQ's watermarks can be read again.");
    } else {
      LOG.error("Copies of entries stay here; trying again every {} s.", POLL.toSeconds(), problem);
    }
  }

  /** Stops within a few seconds. */
  @Override
  public void close() {
    loop.close();
    watermarks.close();
  }
}
