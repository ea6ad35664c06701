package dev.tillbridge.broker.inquiry;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/** Sends questions or answers, each to its address; never durable. For one thread. */
final class Sending implements AutoCloseable {

  private final BrokerAccess broker;
  private @Nullable ClientSession session;
  private @Nullable ClientProducer producer;

  Sending(BrokerAccess broker) {
    this.broker = broker;
  }

  /**
   * Returns when the broker has it.
   *
   * @param lane that asked
   * @throws BrokerUnreachable when the broker is away, refuses it or has no room
   */
  void send(String address, String question, String lane, byte[] body) {
    try {
      ClientProducer open = producer();
      ClientSession own = session;
      if (own == null) {
        throw new IllegalStateException("a producer without a session");
      }
      ClientMessage message = own.createMessage(false);
      message.putStringProperty(Headers.QUESTION, SimpleString.of(question));
      message.putStringProperty(Headers.LANE, SimpleString.of(lane));
      message.getBodyBuffer().writeBytes(body);
      open.send(address, message);
    } catch (ActiveMQException e) {
      close();
      throw new BrokerUnreachable(
          "Sending to %s failed: %s, %s.".formatted(address, e.getType(), e.getMessage()), e);
    }
  }

  /** Makes the session now, so that the first send needs not. */
  void connect() {
    try {
      producer();
    } catch (ActiveMQException e) {
      close();
      throw new BrokerUnreachable("No sender: " + e.getType() + ".", e);
    }
  }

  private ClientProducer producer() throws ActiveMQException {
    ClientSession open = session;
    ClientProducer sender = producer;
    if (open == null || open.isClosed() || sender == null || sender.isClosed()) {
      close();
      open = broker.session();
      session = open;
      sender = open.createProducer();
      producer = sender;
    }
    return sender;
  }

  /** Ends the session; a later send makes a new one. */
  @Override
  public void close() {
    ClientSession open = session;
    session = null;
    producer = null;
    if (open != null) {
      try {
        open.close();
      } catch (ActiveMQException e) {
        // lost already, which is what closing wants
      }
    }
  }
}
