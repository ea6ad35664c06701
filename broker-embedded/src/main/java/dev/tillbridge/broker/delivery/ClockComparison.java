package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.model.identity.LaneId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * Compares this clock with the store's: the store's broker stamps a message on arrival, which lies
 * between sending it and hearing that it was taken.
 */
final class ClockComparison {

  /** A comparison that took longer than this says too little. */
  static final Duration ROUND_TRIP_MAX = Duration.ofSeconds(1);

  private final BrokerAccess store;
  private final LaneId lane;
  private final Clock clock;
  private long question;

  ClockComparison(BrokerAccess store, LaneId lane, Clock clock) {
    this.store = store;
    this.lane = lane;
    this.clock = clock;
    this.question = clock.millis();
  }

  /**
   * The store's clock less this one's, to about half a round trip; absent when the answer took too
   * long or the clock was set meanwhile.
   *
   * @throws BrokerUnreachable when the store is not there
   */
  Optional<Duration> offset() {
    question++;
    try (ClientSession session = store.session()) {
      Instant sent = clock.instant();
      send(session);
      Duration roundTrip = Duration.between(sent, clock.instant());
      if (roundTrip.isNegative() || roundTrip.compareTo(ROUND_TRIP_MAX) > 0) {
        return Optional.empty();
      }
      Long stamp = stamp(session);
      return stamp == null
          ? Optional.empty()
          : Optional.of(
              Duration.between(sent.plus(roundTrip.dividedBy(2)), Instant.ofEpochMilli(stamp)));
    } catch (ActiveMQException e) {
      throw new BrokerUnreachable(
          "The clock was not compared: " + e.getType() + ", " + e.getMessage() + ".", e);
    }
  }

  private void send(ClientSession session) throws ActiveMQException {
    try (ClientProducer producer = session.createProducer(Addresses.CLOCK)) {
      ClientMessage message = session.createMessage(false);
      message.putStringProperty(Headers.KEY, SimpleString.of(lane.toString()));
      message.putLongProperty(Headers.VERSION, question);
      producer.send(message);
    }
  }

  private @Nullable Long stamp(ClientSession session) throws ActiveMQException {
    String own = "%s = '%s' AND %s = %d".formatted(Headers.KEY, lane, Headers.VERSION, question);
    try (ClientConsumer reader = session.createConsumer(Addresses.CLOCK, own, true)) {
      ClientMessage message = reader.receiveImmediate();
      return message == null ? null : message.getLongProperty(Message.HDR_INGRESS_TIMESTAMP);
    }
  }
}
