package dev.tillbridge.broker.inquiry;

import static dev.tillbridge.broker.inquiry.AskingChain.FIRST;
import static dev.tillbridge.broker.inquiry.AskingChain.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.model.identity.LaneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.junit.jupiter.api.Test;

/** Nobody asks or answers in the name of another. */
class WhoAsksTest extends Asking {

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
}
