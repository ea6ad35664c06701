package dev.tillbridge.hq.stream;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.MessageBody;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue {@code tickets} of HQ's broker, read in a transacted session. */
public final class BrokerStream implements EntryStream {

  /** Messages in one batch. */
  static final int BATCH_MAX = 500;

  /** No more is added to a batch that has as many bytes. */
  static final long BATCH_BYTES_MAX = 8 * 1_024 * 1_024;

  /** How long a batch may gather after its first message. */
  static final long GATHER_MAX_MS = 20;

  private static final long FIRST_WAIT_MS = 250;
  private static final Logger LOG = LoggerFactory.getLogger(BrokerStream.class);

  private final ClientSession session;
  private final ClientConsumer consumer;

  private BrokerStream(ClientSession session, ClientConsumer consumer) {
    this.session = session;
    this.consumer = consumer;
  }

  /** Connections with these rights. */
  public static Source source(BrokerAccess access) {
    return () -> open(access);
  }

  private static BrokerStream open(BrokerAccess access) {
    try {
      ClientSession session = access.transactedSession();
      return new BrokerStream(session, session.createConsumer(Addresses.TICKETS));
    } catch (BrokerUnreachable | ActiveMQException e) {
      throw new StreamLost("HQ's broker lets nobody read tickets: " + e.getMessage(), e);
    }
  }

  @Override
  public List<byte[]> next() {
    List<byte[]> batch = new ArrayList<>();
    try {
      ClientMessage message = consumer.receive(FIRST_WAIT_MS);
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GATHER_MAX_MS);
      long bytes = 0;
      while (message != null) {
        byte[] body = MessageBody.bytes(message);
        batch.add(body);
        bytes += body.length;
        message.acknowledge();
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        boolean room = batch.size() < BATCH_MAX && bytes < BATCH_BYTES_MAX;
        message = room && left > 0 ? consumer.receive(left) : null;
      }
      return batch;
    } catch (ActiveMQException e) {
      throw lost(e);
    }
  }

  @Override
  public void confirm() {
    try {
      session.commit();
    } catch (ActiveMQException e) {
      throw lost(e);
    }
  }

  private static StreamLost lost(ActiveMQException e) {
    return new StreamLost("HQ's broker went away: " + e.getMessage(), e);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (ActiveMQException e) {
      LOG.debug("The session was gone already.", e);
    }
  }
}
