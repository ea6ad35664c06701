package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.topic.PollLoop;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops heartbeats that wait at a store or HQ while nobody takes them: registers send new ones, and
 * weeks of old ones would take the room of entries. Entries are never touched.
 */
public final class StaleHeartbeats implements AutoCloseable {

  /** Nothing is dropped while no more than this waits. */
  public static final int WAITING_MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(StaleHeartbeats.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** Heartbeats dropped at one look; the rest at the next. */
  private static final int DROPPED_MAX = 10_000;

  private final BrokerAccess access;
  private final LongSupplier waiting;
  private final int waitingMax;
  private final PollLoop loop;

  private StaleHeartbeats(BrokerAccess access, LongSupplier waiting, int waitingMax) {
    this.access = access;
    this.waiting = waiting;
    this.waitingMax = waitingMax;
    this.loop = PollLoop.start("stale-heartbeats", LOOK, this::look, StaleHeartbeats::failed);
  }

  /**
   * Starts to look every ten seconds.
   *
   * @param waiting number of messages in the queue of tickets
   */
  public static StaleHeartbeats drop(BrokerAccess access, LongSupplier waiting, int waitingMax) {
    return new StaleHeartbeats(access, waiting, waitingMax);
  }

  private void look() {
    if (waiting.getAsLong() <= waitingMax) {
      return;
    }
    String heartbeats = "%s = '%s'".formatted(Headers.AGAIN, Headers.HEARTBEAT);
    try (ClientSession session = access.session();
        ClientConsumer stale = session.createConsumer(Addresses.TICKETS, heartbeats)) {
      int count = 0;
      ClientMessage message = stale.receiveImmediate();
      while (message != null && count < DROPPED_MAX) {
        message.individualAcknowledge();
        count++;
        message = stale.receiveImmediate();
      }
      LOG.debug("{} heartbeats nobody took were dropped.", count);
    } catch (ActiveMQException e) {
      failed(new IllegalStateException(e));
    }
  }

  private static void failed(RuntimeException problem) {
    LOG.warn(
        "Heartbeats nobody took could not be dropped: {}. Trying again in {} s.",
        problem.getMessage(),
        LOOK.toSeconds());
  }

  @Override
  public void close() {
    loop.close();
  }
}
