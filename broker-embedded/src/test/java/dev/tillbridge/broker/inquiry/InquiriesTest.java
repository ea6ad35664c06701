package dev.tillbridge.broker.inquiry;

import static dev.tillbridge.broker.inquiry.AskingChain.AT_HQ;
import static dev.tillbridge.broker.inquiry.AskingChain.FIRST;
import static dev.tillbridge.broker.inquiry.AskingChain.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InquiriesTest {

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final byte[] NOTHING = {};
  private static final Addressee HQ = new Addressee.Hq();

  @TempDir private Path root;
  private AskingChain chain;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

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

  @Test
  void hqAnswersThroughTheStoreServerSoonerThanAnybodyNotices() throws Exception {
    hq(InquiriesTest::echo);
    store();
    Inquiries inquiries = at(chain.atStore("S01-R01"), FIRST);
    eventually(inquiries, HQ, ticket("S01-R02-7"));

    List<Long> tookMs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      long begun = System.nanoTime();
      assertThat(inquiries.ask(HQ, ticket("S01-R02-" + i), LIMIT))
          .isEqualTo(new Answer.No("S01-R01 asks for S01-R02-" + i));
      tookMs.add((System.nanoTime() - begun) / 1_000_000);
    }

    Collections.sort(tookMs);
    assertThat(tookMs.get(10)).as("median of %s", tookMs).isLessThan(300);
  }

  @Test
  void answerOfAMegabyteComesWhole() throws Exception {
    Answer.No much = new Answer.No("a lantern, ".repeat(100_000));
    hq((lane, inquiry) -> much);
    store();
    Inquiries inquiries = at(chain.atStore("S01-R01"), FIRST);

    for (int i = 0; i < 5; i++) {
      assertThat(eventually(inquiries, HQ, ticket("S01-R02-7"))).isEqualTo(much);
    }
  }

  @Test
  void severalAskAtOnceAndEachHasItsOwnAnswer() throws Exception {
    hq(InquiriesTest::echo);
    Inquiries inquiries = at(chain.atHq("S02-R01"), AT_HQ);
    eventually(inquiries, HQ, ticket("FIRST"));

    List<Future<Answer>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 100; i++) {
        Inquiry inquiry = ticket("T" + i);
        asked.add(threads.submit(() -> inquiries.ask(HQ, inquiry, SOON)));
      }
    }

    for (int i = 0; i < 100; i++) {
      assertThat(asked.get(i).get()).isEqualTo(new Answer.No("S02-R01 asks for T" + i));
    }
  }

  @Test
  void withoutAStoreServerTheSameQuestionGoesToHqItself() throws Exception {
    hq(InquiriesTest::echo);
    Inquiries inquiries = at(chain.atHq("S02-R01"), AT_HQ);

    assertThat(eventually(inquiries, HQ, ticket("S01-R02-7")))
        .isEqualTo(new Answer.No("S02-R01 asks for S01-R02-7"));
  }

  @Test
  void lanesOfAStoreAskEachOtherWithoutHq() throws Exception {
    store();
    part(
        Answering.at(
            part(chain.atStore("S01-R02")), new Addressee.Lane(SECOND), InquiriesTest::echo));
    Inquiries inquiries = at(chain.atStore("S01-R01"), FIRST);

    assertThat(eventually(inquiries, new Addressee.Lane(SECOND), new Inquiry.TakeOver("D1")))
        .isEqualTo(new Answer.No("S01-R01 asks for D1"));
  }

  @Test
  void neighboursAskEachOtherWithoutAnyServer() throws Exception {
    for (LaneId lane : List.of(FIRST, SECOND)) {
      BrokerNode node = part(BrokerNode.start(chain.register(lane), Clock.systemUTC()));
      part(Answering.at(node.access(), new Addressee.Lane(lane), InquiriesTest::echo));
    }
    for (LaneId lane : List.of(FIRST, SECOND)) {
      NodeSettings settings = chain.register(lane);
      Inquiries inquiries = at(settings.atKeeper().orElseThrow(), lane);

      assertThat(
              eventually(
                  inquiries,
                  new Addressee.Lane(lane.equals(FIRST) ? SECOND : FIRST),
                  new Inquiry.TakeOver("D1")))
          .isEqualTo(new Answer.No(lane + " asks for D1"));
    }
  }

  @Test
  void nobodyAsksInAnothersNameOrReadsWhatAnotherWasAsked() throws Exception {
    hq(InquiriesTest::echo);
    store();
    BrokerAccess second = part(chain.atStore("S01-R02"));

    assertThatThrownBy(
            () -> send(second, Addresses.question(Addresses.QUESTIONS_TO_HQ, "S01-R01"), "S01-R01"))
        .hasMessageContaining("SECURITY_EXCEPTION");
    assertThatThrownBy(
            () -> send(second, Addresses.question(Addresses.QUESTIONS_TO_HQ, "S01"), "S01-R01"))
        .hasMessageContaining("Sending");
    for (String queue :
        List.of(
            Addresses.answersTo("S01-R01"),
            Addresses.questionsTo(FIRST),
            Addresses.QUESTIONS_TO_HQ)) {
      assertThatThrownBy(() -> consume(second, queue))
          .as(queue)
          .isInstanceOf(ActiveMQException.class)
          .hasMessageContaining("CONSUME");
    }
    consume(second, Addresses.answersTo("S01-R02"));
    consume(second, Addresses.questionsTo(SECOND));
    BrokerAccess stranger = part(chain.atStore("S02-R01"));
    assertThatThrownBy(stranger::session).hasMessageContaining("S02-R01");
  }

  @Test
  void laneThatNamesAnotherInItsMessageIsAnsweredAsItself() throws Exception {
    List<LaneId> asking = Collections.synchronizedList(new ArrayList<>());
    hq((lane, inquiry) -> {
      asking.add(lane);
      return echo(lane, inquiry);
    });
    store();
    BrokerAccess second = part(chain.atStore("S01-R02"));
    Inquiries inquiries = at(chain.atStore("S01-R01"), FIRST);
    eventually(inquiries, HQ, ticket("X"));
    asking.clear();

    send(second, Addresses.question(Addresses.QUESTIONS_TO_HQ, "S01-R02"), "S01-R01");

    await().atMost(SOON).until(() -> asking.size() == 1);
    assertThat(asking).containsExactly(SECOND);
  }

  @Test
  void storeServerSpeaksForItsOwnLanesOnly() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    hq((lane, inquiry) -> {
      asked.incrementAndGet();
      return echo(lane, inquiry);
    });
    BrokerAccess store = part(chain.atHq("S01"));

    send(store, Addresses.question(Addresses.QUESTIONS_TO_HQ, "S01"), "S02-R01");
    send(store, Addresses.question(Addresses.QUESTIONS_TO_HQ, "S01"), "S01-R01");

    await().atMost(SOON).until(() -> asked.get() == 1);
  }

  @Test
  void answerThatComesTooLateIsDroppedAndTheNextOneIsRight() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    hq((lane, inquiry) -> {
      if (inquiry.equals(ticket("SLOW"))) {
        await().atMost(SOON).until(() -> go.getCount() == 0);
      }
      return echo(lane, inquiry);
    });
    Inquiries inquiries = at(chain.atHq("S02-R01"), AT_HQ);
    eventually(inquiries, HQ, ticket("FIRST"));

    assertThatThrownBy(() -> inquiries.ask(HQ, ticket("SLOW"), Duration.ofMillis(200)))
        .isInstanceOf(Unanswered.class)
        .hasMessage("HQ did not answer within 200 ms.");
    go.countDown();

    assertThat(inquiries.ask(HQ, ticket("NEXT"), LIMIT))
        .isEqualTo(new Answer.No("S02-R01 asks for NEXT"));
  }

  @Test
  void faultOfWhoAnswersIsNoAnswerAndTheNextQuestionIsAnswered() throws Exception {
    hq((lane, inquiry) -> {
      if (inquiry.equals(ticket("BAD"))) {
        throw new IllegalStateException("the books are away");
      }
      return echo(lane, inquiry);
    });
    Inquiries inquiries = at(chain.atHq("S02-R01"), AT_HQ);
    eventually(inquiries, HQ, ticket("FIRST"));

    assertThatThrownBy(() -> inquiries.ask(HQ, ticket("BAD"), Duration.ofMillis(300)))
        .isInstanceOf(Unanswered.class);

    assertThat(inquiries.ask(HQ, ticket("GOOD"), LIMIT)).isInstanceOf(Answer.No.class);
  }

  @Test
  void figuresTellWhatWasAskedAnsweredAndRefused() throws Exception {
    SimpleMeterRegistry figures = new SimpleMeterRegistry();
    BrokerNode store = part(BrokerNode.start(chain.store(), Clock.systemUTC()));
    InquiryRelay relay =
        part(InquiryRelay.start(part(chain.store().atUplink()), store.access(), "S01"));
    InquiryMetrics.bind(relay, figures);
    Inquiries inquiries = at(chain.atStore("S01-R01"), FIRST);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThatThrownBy(() -> inquiries.ask(HQ, ticket("1"), LIMIT))
                .hasMessage("HQ did not answer: the store server does not reach HQ"));
    assertThat(figure(figures, "relayed", "hq_away")).isPositive();
    assertThat(figure(figures, "relayed", "asked")).isZero();

    BrokerNode hq = part(BrokerNode.start(chain.hq(), Clock.systemUTC()));
    Answering answering =
        part(
            Answering.at(
                hq.access(),
                HQ,
                (lane, inquiry) -> {
                  if (inquiry.equals(ticket("BAD"))) {
                    throw new IllegalStateException("the books are away");
                  }
                  return echo(lane, inquiry);
                }));
    InquiryMetrics.bind(answering, "hq", figures);
    eventually(inquiries, HQ, ticket("GOOD"));
    assertThatThrownBy(() -> inquiries.ask(HQ, ticket("BAD"), Duration.ofMillis(500)))
        .isInstanceOf(Unanswered.class);

    await()
        .atMost(SOON)
        .until(() -> figure(figures, "here", "unanswered"), unanswered -> unanswered == 1);
    double answered = figure(figures, "here", "answered");
    assertThat(answered).isPositive();
    assertThat(figure(figures, "relayed", "answered")).isEqualTo(answered);
    assertThat(figure(figures, "relayed", "asked")).isEqualTo(answered + 1);
  }

  private static double figure(SimpleMeterRegistry figures, String what, String outcome) {
    return figures
        .get("tillbridge.inquiries." + what)
        .tag("outcome", outcome)
        .functionCounter()
        .count();
  }

  @Test
  void cutInTheMiddleIsToldAtOnceAndHealsByItself() throws Exception {
    store();
    Inquiries inquiries = at(chain.atStore("S01-R01"), FIRST);
    BrokerNode hq = BrokerNode.start(chain.hq(), Clock.systemUTC());
    Answering answering = Answering.at(hq.access(), HQ, InquiriesTest::echo);
    eventually(inquiries, HQ, ticket("1"));

    answering.close();
    hq.close();

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          long begun = System.nanoTime();
          assertThatThrownBy(() -> inquiries.ask(HQ, ticket("2"), LIMIT))
              .isInstanceOf(Unanswered.class)
              .hasMessage("HQ did not answer: the store server does not reach HQ");
          assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
        });
    hq(InquiriesTest::echo);
    assertThat(eventually(inquiries, HQ, ticket("3")))
        .isEqualTo(new Answer.No("S01-R01 asks for 3"));
  }

  @Test
  void brokerThatIsAwayIsNotWaitedForAndAskedAgainWhenItIsBack() throws Exception {
    Inquiries inquiries = at(chain.atHq("S02-R01"), AT_HQ);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThatThrownBy(() -> inquiries.ask(HQ, ticket("1"), LIMIT))
                .hasMessage("HQ was not asked: the broker is not reached."));

    BrokerNode hq = BrokerNode.start(chain.hq(), Clock.systemUTC());
    Answering answering = Answering.at(hq.access(), HQ, InquiriesTest::echo);
    eventually(inquiries, HQ, ticket("2"));
    answering.close();
    hq.close();
    await().atMost(SOON).until(() -> !inquiries.up());
    hq(InquiriesTest::echo);

    assertThat(eventually(inquiries, HQ, ticket("3")))
        .isEqualTo(new Answer.No("S02-R01 asks for 3"));
  }

  @Test
  void questionNobodyFetchesInItsTimeIsGone() throws Exception {
    BrokerNode hq = part(BrokerNode.start(chain.hq(), Clock.systemUTC()));
    Inquiries inquiries = at(chain.atHq("S02-R01"), AT_HQ);
    await().atMost(SOON).until(inquiries::up);
    assertThatThrownBy(() -> inquiries.ask(HQ, ticket("OLD"), Duration.ofMillis(300)))
        .isInstanceOf(Unanswered.class);
    assertThat(hq.messageCount(Addresses.QUESTIONS_TO_HQ)).isEqualTo(1);
    long sent = System.nanoTime();
    await()
        .atMost(SOON)
        .until(() -> System.nanoTime() - sent > Duration.ofMillis(10_500).toNanos());

    List<Inquiry> asked = Collections.synchronizedList(new ArrayList<>());
    part(
        Answering.at(
            hq.access(),
            HQ,
            (lane, inquiry) -> {
              asked.add(inquiry);
              return echo(lane, inquiry);
            }));
    inquiries.ask(HQ, ticket("NEW"), LIMIT);

    assertThat(asked).containsExactly(ticket("NEW"));
    assertThat(hq.messageCount(Addresses.DEAD_LETTERS)).isZero();
  }

  @Test
  void questionsThatWaitForNobodyAreBounded() throws Exception {
    BrokerNode hq = part(BrokerNode.start(chain.hq(), Clock.systemUTC()));
    BrokerAccess lane = part(chain.atHq("S02-R01"));
    try (Sending sending = new Sending(lane)) {
      for (int i = 0; i < 600; i++) {
        sending.send(
            Addresses.question(Addresses.QUESTIONS_TO_HQ, "S02-R01"), "q" + i, "S02-R01", NOTHING);
      }
    }

    await().atMost(SOON).until(() -> hq.messageCount(Addresses.QUESTIONS_TO_HQ) == 500);
  }

  private static Answer echo(LaneId lane, Inquiry inquiry) {
    return new Answer.No(
        lane
            + " asks for "
            + switch (inquiry) {
              case Inquiry.OfTicket(String number) -> number;
              case Inquiry.TakeOver(String document) -> document;
              case Inquiry other -> other.toString();
            });
  }

  private static Inquiry ticket(String number) {
    return new Inquiry.OfTicket(number);
  }

  private void hq(BiFunction<LaneId, Inquiry, Answer> answers) {
    BrokerNode hq = part(BrokerNode.start(chain.hq(), Clock.systemUTC()));
    part(Answering.at(hq.access(), HQ, answers));
  }

  private void store() {
    BrokerNode store = part(BrokerNode.start(chain.store(), Clock.systemUTC()));
    part(InquiryRelay.start(part(chain.store().atUplink()), store.access(), "S01"));
  }

  private Inquiries at(BrokerAccess access, LaneId lane) {
    return part(Inquiries.over(part(access), lane));
  }

  private static Answer eventually(Inquiries inquiries, Addressee to, Inquiry inquiry) {
    return await()
        .atMost(SOON)
        .ignoreException(Unanswered.class)
        .until(() -> inquiries.ask(to, inquiry, LIMIT), answer -> true);
  }

  private static void send(BrokerAccess access, String address, String lane) {
    try (Sending sending = new Sending(access)) {
      sending.send(address, "q", lane, Wire.INQUIRY.encode(ticket("S01-R01-1")));
    }
  }

  private static void consume(BrokerAccess access, String queue) throws ActiveMQException {
    try (ClientSession session = access.session()) {
      session.createConsumer(queue).close();
    }
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }
}
