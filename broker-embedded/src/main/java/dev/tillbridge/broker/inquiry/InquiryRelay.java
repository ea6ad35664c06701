package dev.tillbridge.broker.inquiry;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Headers;
import java.util.concurrent.atomic.LongAdder;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes what a store's lanes ask HQ up, and the answers down. Keeps nothing. */
public final class InquiryRelay implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(InquiryRelay.class);

  /** Said in an answer's place: it was not asked. */
  static final byte[] NOBODY = {};

  private final String store;
  private final Sending up;
  private final Sending down;
  private final Sending back;
  private final Fetching questions;
  private final Fetching answers;
  private final LongAdder passed = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private volatile boolean hqIsThere;

  private InquiryRelay(BrokerAccess hq, BrokerAccess own, String store) {
    this.store = store;
    this.up = new Sending(hq);
    this.down = new Sending(own);
    this.back = new Sending(own);
    this.questions =
        new Fetching("Question relay", own, Addresses.QUESTIONS_TO_HQ, this::passUp, state -> {});
    this.answers =
        new Fetching(
            "Answer relay",
            hq,
            Addresses.answersTo(store),
            this::passDown,
            state -> hqIsThere = state == Fetching.State.UP);
  }

  /** Starts its threads. Both accesses stay the caller's, to be closed after the relay. */
  public static InquiryRelay start(BrokerAccess hq, BrokerAccess own, String store) {
    return new InquiryRelay(hq, own, store);
  }

  /**
   * Under the name that the broker vouches for, whatever the message says. Who asks while HQ is
   * away hears so at once, by an answer without content.
   */
  private void passUp(ClientMessage message, byte[] body) {
    String lane = Addresses.askedBy(Addresses.QUESTIONS_TO_HQ, message.getAddress());
    boolean toHq =
        hqIsThere
            && isPassed(
                up, Addresses.question(Addresses.QUESTIONS_TO_HQ, store), lane, message, body);
    (toHq ? passed : refused).increment();
    if (!toHq) {
      isPassed(back, Addresses.answersTo(lane), lane, message, NOBODY);
    }
  }

  private void passDown(ClientMessage message, byte[] body) {
    String lane = String.valueOf(message.getStringProperty(Headers.LANE));
    if (isPassed(down, Addresses.answersTo(lane), lane, message, body)) {
      answered.increment();
    }
  }

  LongAdder passed() {
    return passed;
  }

  LongAdder answered() {
    return answered;
  }

  /** Lanes were told that HQ is away. */
  LongAdder refused() {
    return refused;
  }

  /** What cannot be passed on is gone: who asked waits no longer than it said. */
  private static boolean isPassed(
      Sending way, String address, String lane, ClientMessage message, byte[] body) {
    try {
      way.send(address, String.valueOf(message.getStringProperty(Headers.QUESTION)), lane, body);
      return true;
    } catch (BrokerUnreachable e) {
      LOG.debug("A question or answer of {} was not passed on.", lane, e);
      return false;
    }
  }

  /** Stops within a few seconds. */
  @Override
  public void close() {
    questions.close();
    answers.close();
    up.close();
    down.close();
    back.close();
  }
}
