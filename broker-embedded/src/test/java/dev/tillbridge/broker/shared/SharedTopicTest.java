package dev.tillbridge.broker.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.broker.topic.TopicRelay;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedTopicTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant AT = Instant.parse("2026-11-22T09:15:30Z");

  @TempDir private Path root;

  @Test
  void whatHqTellsIsReadByTheRegisterAtTheStoreTheNewestOfEachKey() throws Exception {
    TestChain chain = TestChain.in(root);
    try (BrokerNode hq = BrokerNode.start(chain.hq(), Clock.systemUTC());
        BrokerNode store = BrokerNode.start(chain.store(), Clock.systemUTC());
        BrokerAccess up = chain.store().atUplink();
        TopicRelay relay = TopicRelay.ofShared(up, store.access());
        SharedTopic told = new SharedTopic(hq.access());
        BrokerAccess lane = chain.register().atUplink();
        SharedTopic read = new SharedTopic(lane)) {
      assertThat(relay).isNotNull();
      told.publish(List.of(value(4, "GC1", "10.00"), value(5, "GC2", "20.00")));
      await().atMost(SOON).until(() -> newest(read, 0).size() == 2);

      told.publish(List.of(value(6, "GC1", "4.00")));

      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(newest(read, 5)).containsExactly(value(6, "GC1", "4.00")));
      await()
          .atMost(SOON)
          .untilAsserted(() ->
              assertThat(read.versions()).isEqualTo(Map.of("value GC1", 6L, "value GC2", 5L)));
    }
  }

  @Test
  void storeWithANewDiskAndHqWithANewBrokerAreMadeWholeAgain() throws Exception {
    TestChain chain = TestChain.in(root);
    try (BrokerNode hq = BrokerNode.start(chain.hq(), Clock.systemUTC());
        SharedTopic told = new SharedTopic(hq.access())) {
      told.publish(List.of(value(4, "GC1", "10.00"), value(5, "GC2", "20.00")));
      told.publish(List.of(value(9, "GC2", "2.00")));
    }
    try (BrokerNode store = BrokerNode.start(chain.store(), Clock.systemUTC());
        BrokerAccess up = chain.store().atUplink();
        TopicRelay relay = TopicRelay.ofShared(up, store.access());
        SharedTopic read = new SharedTopic(store.access())) {
      assertThat(relay).isNotNull();
      try (BrokerNode hq = BrokerNode.start(chain.hq(), Clock.systemUTC())) {
        assertThat(hq.messageCount(Addresses.SHARED)).isEqualTo(2);
        await()
            .atMost(SOON)
            .untilAsserted(() ->
                assertThat(read.versions()).isEqualTo(Map.of("value GC1", 4L, "value GC2", 9L)));
        assertThat(newest(read, 9)).isEmpty();
        assertThat(newest(read, 8)).containsExactly(value(9, "GC2", "2.00"));
      }
    }
  }

  @Test
  void laneReadsAndDoesNotWrite() throws Exception {
    TestChain chain = TestChain.in(root);
    try (BrokerNode store = BrokerNode.start(chain.store(), Clock.systemUTC());
        BrokerAccess lane =
            BrokerAccess.tcp(
                new Endpoint("127.0.0.1", chain.storePort()),
                chain.register().uplinkCredentials());
        SharedTopic topic = new SharedTopic(lane)) {
      assertThat(newest(topic, SharedTopic.FROM_THE_START)).isEmpty();

      assertThatThrownBy(() -> topic.publish(List.of(value(4, "GC1", "10.00"))))
          .hasMessageContaining("SECURITY_EXCEPTION");

      assertThat(store.messageCount(Addresses.SHARED)).isZero();
    }
  }

  private static List<Shared> newest(SharedTopic topic, long after) {
    List<Shared> read = new ArrayList<>();
    topic.browse(after, read::add);
    return read;
  }

  private static Shared value(long version, String number, String left) {
    return new Shared(
        version,
        new SharedRecord.OfStoredValue(
            number, StoredValueKind.GIFT, Money.parse("GBP " + left), AT));
  }
}
