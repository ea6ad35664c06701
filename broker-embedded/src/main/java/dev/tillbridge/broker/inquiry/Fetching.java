package dev.tillbridge.broker.inquiry;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.broker.topic.RelayLog;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Takes what comes to one queue, in a thread of its own, and connects again by itself. Each message
 * is taken once: what its reader makes of it is the reader's.
 */
final class Fetching implements AutoCloseable {

  /** Between two attempts to connect. */
  static final Duration RETRY = Duration.ofMillis(400);

  /** A wait for the next message; closing waits as long at most. */
  private static final Duration WAIT = Duration.ofMillis(500);

  private final BrokerAccess broker;
  private final String queue;
  private final BiConsumer<ClientMessage, byte[]> reader;
  private final Consumer<State> onState;
  private final RelayLog log;
  private final PollLoop loop;
  private @Nullable ClientSession session;
  private volatile boolean stopping;

  /** Whether messages come now. */
  enum State {
    UP,
    AWAY
  }

  /**
   * @param what it is for, as it begins a sentence in the log
   * @param reader of each message and its body
   * @param onState told of each attempt, in the thread that takes messages
   */
  Fetching(
      String what,
      BrokerAccess broker,
      String queue,
      BiConsumer<ClientMessage, byte[]> reader,
      Consumer<State> onState) {
    this.broker = broker;
    this.queue = queue;
    this.reader = reader;
    this.onState = onState;
    this.log = new RelayLog(LoggerFactory.getLogger(Fetching.class), what);
    this.loop = PollLoop.start("fetching " + queue, RETRY, this::fetch, this::failed);
  }

  private void fetch() {
    ClientSession open = broker.session();
    session = open;
    try (ClientConsumer consumer = open.createConsumer(queue)) {
      onState.accept(State.UP);
      log.say("up", "connected");
      while (!stopping && !consumer.isClosed() && !open.isClosed()) {
        ClientMessage message = consumer.receive(WAIT.toMillis());
        if (message != null) {
          byte[] body = MessageBody.bytes(message); // a large one is gone once acknowledged
          message.acknowledge();
          reader.accept(message, body);
        }
      }
      if (!stopping) {
        throw new BrokerUnreachable(
            "The link was lost.", new IllegalStateException("consumer closed"));
      }
    } catch (ActiveMQException e) {
      throw new BrokerUnreachable(
          "Reading %s failed: %s, %s.".formatted(queue, e.getType(), e.getMessage()), e);
    } finally {
      closeSession();
    }
  }

  private void failed(RuntimeException problem) {
    onState.accept(State.AWAY);
    log.failed(
        problem,
        "nothing can be asked there now",
        "Trying every " + RETRY.toMillis() + " ms; nothing to do");
  }

  private void closeSession() {
    ClientSession open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (ActiveMQException e) {
        // lost already, which is what closing wants
      }
    }
  }

  /** Stops within a second. */
  @Override
  public void close() {
    stopping = true;
    loop.close();
  }
}
