package dev.tillbridge.broker.inquiry;

import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A chain for each test, and who asks and answers in it. */
abstract class Asking {

  static final Duration LIMIT = Duration.ofSeconds(3);
  static final Duration SOON = Duration.ofSeconds(20);
  static final byte[] NOTHING = {};
  static final Addressee HQ = new Addressee.Hq();

  @TempDir Path root;
  AskingChain chain;
  final Deque<AutoCloseable> parts = new ArrayDeque<>();

  @BeforeEach
  void layOutChain() throws Exception {
    chain = AskingChain.in(root);
  }

  @AfterEach
  void stop() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  static Answer echo(LaneId lane, Inquiry inquiry) {
    return new Answer.No(
        lane
            + " asks for "
            + switch (inquiry) {
              case Inquiry.OfTicket(String number) -> number;
              case Inquiry.TakeOver(String document) -> document;
              case Inquiry other -> other.toString();
            });
  }

  static Inquiry ticket(String number) {
    return new Inquiry.OfTicket(number);
  }

  void hq(BiFunction<LaneId, Inquiry, Answer> answers) {
    BrokerNode hq = part(BrokerNode.start(chain.hq(), Clock.systemUTC()));
    part(Answering.at(hq.access(), HQ, answers));
  }

  void store() {
    BrokerNode store = part(BrokerNode.start(chain.store(), Clock.systemUTC()));
    part(InquiryRelay.start(part(chain.store().atUplink()), store.access(), "S01"));
  }

  Inquiries at(BrokerAccess access, LaneId lane) {
    return part(Inquiries.over(part(access), lane));
  }

  static Answer eventually(Inquiries inquiries, Addressee to, Inquiry inquiry) {
    return await()
        .atMost(SOON)
        .ignoreException(Unanswered.class)
        .until(() -> inquiries.ask(to, inquiry, LIMIT), answer -> true);
  }

  static void send(BrokerAccess access, String address, String lane) {
    try (Sending sending = new Sending(access)) {
      sending.send(address, "q", lane, Wire.INQUIRY.encode(ticket("S01-R01-1")));
    }
  }

  static void consume(BrokerAccess access, String queue) throws ActiveMQException {
    try (ClientSession session = access.session()) {
      session.createConsumer(queue).close();
    }
  }

  <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }
}
