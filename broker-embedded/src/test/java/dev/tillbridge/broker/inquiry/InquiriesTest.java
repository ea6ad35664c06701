package dev.tillbridge.broker.inquiry;

import static dev.tillbridge.broker.inquiry.AskingChain.AT_HQ;
import static dev.tillbridge.broker.inquiry.AskingChain.FIRST;
import static dev.tillbridge.broker.inquiry.AskingChain.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class InquiriesTest extends Asking {

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
}
