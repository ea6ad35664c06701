package dev.tillbridge.broker.inquiry;

import static dev.tillbridge.broker.inquiry.AskingChain.AT_HQ;
import static dev.tillbridge.broker.inquiry.AskingChain.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Questions that get no answer, one that is too late, or that of a fault. */
class UnansweredTest extends Asking {

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
}
