package dev.tillbridge.broker.neighbour;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.identity.LaneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/**
 * Puts the copies kept for a lane on the neighbour's own way up to HQ, byte for byte. HQ sorts out
 * what it had already.
 *
 * <p>The copies stay until HQ has confirmed them: what the way up loses after this, a store server
 * that is emptied for example, can be delivered again from here and from nowhere else.
 */
public final class Recovery {

  private static final int COMMIT_MAX = 500;

  private Recovery() {}

  /**
   * What was delivered of one life of the lane.
   *
   * @param range lowest and highest sequence
   * @param entries delivered
   */
  public record Delivered(SequenceRange range, long entries) {

    private Delivered and(long sequence) {
      return new Delivered(
          new SequenceRange(Math.min(range.from(), sequence), Math.max(range.to(), sequence)),
          entries + 1);
    }
  }

  /**
   * Sends everything kept for the lane; durable at the neighbour when it returns. Breaking this off
   * or doing it again loses nothing and doubles nothing.
   *
   * @return what was sent, by epoch; empty when nothing is kept
   * @throws ActiveMQException when the broker fails on the way; do it again
   */
  public static SortedMap<Long, Delivered> of(LaneId lane, BrokerAccess neighbour)
      throws ActiveMQException {
    SortedMap<Long, Delivered> delivered = new TreeMap<>();
    SimpleString queue = SimpleString.of(Addresses.keptFor(lane));
    try (ClientSession session = neighbour.transactedSession()) {
      if (!session.queueQuery(queue).isExists()) {
        return delivered;
      }
      try (ClientConsumer kept = session.createConsumer(queue, true);
          ClientProducer upwards = session.createProducer(Addresses.JOURNAL)) {
        long pending = 0;
        for (ClientMessage copy = kept.receiveImmediate();
            copy != null;
            copy = kept.receiveImmediate()) {
          upwards.send(again(session, copy));
          count(copy, delivered);
          if (++pending % COMMIT_MAX == 0) {
            session.commit();
          }
        }
        session.commit();
      }
    }
    return delivered;
  }

  private static ClientMessage again(ClientSession session, ClientMessage copy) {
    ClientMessage message = session.createMessage(true);
    for (SimpleString header :
        new SimpleString[] {Headers.LANE, Headers.EPOCH, Headers.SEQUENCE, Message.HDR_GROUP_ID}) {
      Object value = copy.getObjectProperty(header);
      if (value != null) {
        message.putObjectProperty(header, value);
      }
    }
    message.putStringProperty(Headers.AGAIN, SimpleString.of(Headers.RESENT));
    message.getBodyBuffer().writeBytes(MessageBody.bytes(copy));
    return message;
  }

  private static void count(ClientMessage copy, SortedMap<Long, Delivered> delivered) {
    Long epoch = copy.getLongProperty(Headers.EPOCH);
    Long sequence = copy.getLongProperty(Headers.SEQUENCE);
    if (epoch != null && sequence != null) {
      Delivered before = delivered.get(epoch);
      delivered.put(
          epoch,
          before == null
              ? new Delivered(new SequenceRange(sequence, sequence), 1)
              : before.and(sequence));
    }
  }
}
