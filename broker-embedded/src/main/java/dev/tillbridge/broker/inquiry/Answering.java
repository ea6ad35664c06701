package dev.tillbridge.broker.inquiry;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what somebody is asked at one broker, one question after the other, in a thread of its
 * own. Who asks is told by the address that the broker lets only them send to.
 */
public final class Answering implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

  private final Addressee self;
  private final BiFunction<LaneId, Inquiry, Answer> answers;
  private final Sending sending;
  private final Fetching questions;
  private final LongAdder answered = new LongAdder();
  private final LongAdder unanswered = new LongAdder();
  private String trouble = "";

  private Answering(
      BrokerAccess broker, Addressee self, BiFunction<LaneId, Inquiry, Answer> answers) {
    this.self = self;
    this.answers = answers;
    this.sending = new Sending(broker);
    this.questions =
        new Fetching(
            "Answers of " + self, broker, Addresses.questionsTo(self), this::asked, state -> {});
  }

  /**
   * Begins to answer. The access stays the caller's, to be closed after this.
   *
   * @param answers what the lane that asks is told; when it throws, nothing is answered
   */
  public static Answering at(
      BrokerAccess broker, Addressee self, BiFunction<LaneId, Inquiry, Answer> answers) {
    return new Answering(broker, self, answers);
  }

  private void asked(ClientMessage message, byte[] body) {
    String user = Addresses.askedBy(Addresses.questionsTo(self), message.getAddress());
    Optional<LaneId> lane = lane(user, message);
    String question = message.getStringProperty(Headers.QUESTION);
    if (lane.isEmpty() || question == null) {
      told("A question of " + user + " names no lane that may ask so; nothing was answered.");
      return;
    }
    switch (Wire.INQUIRY.decode(body)) {
      case Decoded.Read<Inquiry>(Inquiry inquiry) -> answer(user, question, lane.get(), inquiry);
      case Decoded.UnknownVersion<Inquiry>(int version, String reason) -> told(reason);
      case Decoded.Unreadable<Inquiry>(String reason) ->
          told("A question of " + lane.get() + " cannot be read; nothing was answered.");
    }
  }

  /** The sender itself, or one of a store's lanes when its server passes it on. */
  private static Optional<LaneId> lane(String user, ClientMessage message) {
    try {
      if (user.indexOf('-') > 0) {
        return Optional.of(LaneId.parse(user));
      }
      LaneId passedOn = LaneId.parse(String.valueOf(message.getStringProperty(Headers.LANE)));
      return Optional.of(passedOn).filter(lane -> lane.store().equals(user));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void answer(String user, String question, LaneId lane, Inquiry inquiry) {
    try {
      Answer answer = answers.apply(lane, inquiry);
      sending.send(
          Addresses.answersTo(user), question, lane.toString(), Wire.ANSWER.encode(answer));
      answered.increment();
      trouble = "";
    } catch (RuntimeException e) {
      told(
          "%s of %s was not answered by %s: %s. It may ask again."
              .formatted(inquiry.getClass().getSimpleName(), lane, self, e.getClass().getName()));
      LOG.debug("Not answered.", e);
    }
  }

  LongAdder answered() {
    return answered;
  }

  LongAdder unanswered() {
    return unanswered;
  }

  /** Counts what is not answered; the same again is not told again, until something was. */
  private void told(String what) {
    unanswered.increment();
    if (!what.equals(trouble)) {
      trouble = what;
      LOG.warn("{}", what);
    }
  }

  /** Stops after the question in hand, within a few seconds. */
  @Override
  public void close() {
    questions.close();
    sending.close();
  }
}
