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
import org.jspecify.annotations.Nullable;

/**
 * Puts the copies kept for a lane on the neighbour's own way up to HQ, byte for byte. HQ sorts out
 * what it had already.
 */
public final class Recovery {

  private static final int COMMIT_MAX = 500;

  /** A copy that is just looked at by the loop that drops comes a moment later. */
  private static final int WAIT_FOR_NEXT_MS = 2_000;

  private Recovery() {}

  /**
   * What was moved of one life of the lane.
   *
   * @param range lowest and highest sequence
   * @param entries moved
   */
  public record Moved(SequenceRange range, long entries) {

    private Moved and(long sequence) {
      return new Moved(
          new SequenceRange(Math.min(range.from(), sequence), Math.max(range.to(), sequence)),
          entries + 1);
    }
  }

  /**
   * Moves everything kept for the lane. Each copy leaves its queue in the transaction that puts it
   * on the way up, so breaking this off and doing it again loses nothing and doubles nothing.
   *
   * @return what was moved, by epoch; empty when nothing is kept
   * @throws ActiveMQException when the broker fails on the way; do it again
   */
  public static SortedMap<Long, Moved> of(LaneId lane, BrokerAccess neighbour)
      throws ActiveMQException {
    SortedMap<Long, Moved> moved = new TreeMap<>();
    SimpleString queue = SimpleString.of(Addresses.keptFor(lane));
    try (ClientSession session = neighbour.transactedSession()) {
      if (!session.queueQuery(queue).isExists()) {
        return moved;
      }
      try (ClientConsumer kept = session.createConsumer(queue);
          ClientProducer upwards = session.createProducer(Addresses.JOURNAL)) {
        long pending = 0;
        for (ClientMessage copy = next(session, kept, queue);
            copy != null;
            copy = next(session, kept, queue)) {
          upwards.send(again(session, copy));
          copy.acknowledge();
          count(copy, moved);
          if (++pending % COMMIT_MAX == 0) {
            session.commit();
          }
        }
        session.commit();
      }
    }
    return moved;
  }

  private static @Nullable ClientMessage next(
      ClientSession session, ClientConsumer kept, SimpleString queue) throws ActiveMQException {
    ClientMessage copy = kept.receiveImmediate();
    if (copy != null) {
      return copy;
    }
    session.commit();
    return session.queueQuery(queue).getMessageCount() == 0 ? null : kept.receive(WAIT_FOR_NEXT_MS);
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

  private static void count(ClientMessage copy, SortedMap<Long, Moved> moved) {
    Long epoch = copy.getLongProperty(Headers.EPOCH);
    Long sequence = copy.getLongProperty(Headers.SEQUENCE);
    if (epoch != null && sequence != null) {
      Moved before = moved.get(epoch);
      moved.put(
          epoch,
          before == null
              ? new Moved(new SequenceRange(sequence, sequence), 1)
              : before.and(sequence));
    }
  }
}
