package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.model.delivery.StreamId;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Sends what takes the way of an entry without being a new one: it is forwarded and not kept. One
 * transaction per instance; what was not committed when it is closed was never sent.
 */
final class OwnWay implements AutoCloseable {

  private final StreamId stream;
  private final ClientSession session;
  private final ClientProducer producer;

  private OwnWay(StreamId stream, ClientSession session, ClientProducer producer) {
    this.stream = stream;
    this.session = session;
    this.producer = producer;
  }

  static OwnWay open(BrokerAccess access, StreamId stream) {
    ClientSession session = access.transactedSession();
    try {
      return new OwnWay(stream, session, session.createProducer(Addresses.JOURNAL));
    } catch (ActiveMQException e) {
      throw failed(e);
    }
  }

  /** An entry in its exact sealed bytes, as durable as it was the first time. */
  void again(long sequence, byte[] sealed) {
    ClientMessage message = message(true, Headers.RESENT, sealed);
    message.putLongProperty(Headers.SEQUENCE, sequence);
    message.putStringProperty(Message.HDR_GROUP_ID.toString(), stream.lane().toString());
    send(message);
  }

  /** A heartbeat; the next one makes up for one that is lost. */
  void heartbeat(byte[] sealed) {
    send(message(false, Headers.HEARTBEAT, sealed));
  }

  private ClientMessage message(boolean durable, String again, byte[] sealed) {
    ClientMessage message = session.createMessage(durable);
    message.putStringProperty(Headers.LANE.toString(), stream.lane().toString());
    message.putLongProperty(Headers.EPOCH, stream.epoch());
    message.putStringProperty(Headers.AGAIN.toString(), again);
    message.getBodyBuffer().writeBytes(sealed);
    return message;
  }

  private void send(ClientMessage message) {
    try {
      producer.send(message);
    } catch (ActiveMQException e) {
      throw failed(e);
    }
  }

  void commit() {
    try {
      session.commit();
    } catch (ActiveMQException e) {
      throw failed(e);
    }
  }

  private static BrokerUnreachable failed(ActiveMQException e) {
    return new BrokerUnreachable(
        "The journal of this register takes nothing to send again: "
            + e.getType()
            + ", "
            + e.getMessage()
            + ".",
        e);
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (ActiveMQException e) {
      // what was committed is sent; the rest was never promised
    }
  }
}
