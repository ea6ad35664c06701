package dev.tillbridge.broker.topic;

import static dev.tillbridge.broker.topic.Books.item;
import static dev.tillbridge.broker.topic.Books.seal;
import static dev.tillbridge.broker.topic.Books.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceRelayTest {

  @TempDir Path dir;

  private PriceBroker hq;
  private PriceBroker store;
  private BrokerAccess publisher;
  private BrokerAccess hqReader;
  private BrokerAccess storeWriter;
  private PriceTopic hqTopic;
  private PriceTopic storeTopic;

  @BeforeEach
  void startBothBrokers() throws IOException {
    hq = PriceBroker.start(dir.resolve("hq"));
    store = PriceBroker.start(dir.resolve("store"));
    publisher = hq.publisher();
    hqReader = hq.store();
    storeWriter = store.local();
    hqTopic = new PriceTopic(publisher);
    storeTopic = new PriceTopic(storeWriter);
  }

  @AfterEach
  void stopBothBrokers() throws IOException {
    publisher.close();
    hqReader.close();
    hq.close();
    store.close();
  }

  @Test
  void storeGetsEveryPublishedVersion() {
    List<TopicValue> first = Books.items(2_000, 1, "1.00");
    List<TopicValue> second = values(2, item("000007", "1.10"), new BookValue.Gone("item:000008"));
    hqTopic.publish(first, seal(1, List.of(), first));

    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      awaitStoreHas(seal(1, List.of(), first));
      hqTopic.publish(second, seal(2, first, second));

      awaitStoreHas(seal(2, first, second));
    }
    assertThat(TopicBook.read(storeTopic).values()).hasSize(2_000);
  }

  @Test
  void storeThatWasAwayGetsOnlyTheNewestBook() {
    List<TopicValue> first = Books.items(100, 1, "1.00");
    hqTopic.publish(first, seal(1, List.of(), first));
    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      awaitStoreHas(seal(1, List.of(), first));
    }
    List<TopicValue> second = Books.items(50, 2, "2.00");
    hqTopic.publish(second, seal(2, first, second));
    List<TopicValue> third = Books.items(20, 3, "3.00");
    TopicBook atTwo = new TopicBook();
    atTwo.putAll(first);
    atTwo.putAll(second);
    Manifest newest = seal(3, List.copyOf(atTwo.values().values()), third);
    hqTopic.publish(third, newest);

    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      awaitStoreHas(newest);
    }
  }

  @Test
  void valuesWithoutTheirManifestNeverReachTheStore() {
    List<TopicValue> first = values(1, item("A", "1.00"), item("B", "2.00"));
    Manifest one = seal(1, List.of(), first);
    hqTopic.publish(first, one);
    hqTopic.copy(values(2, item("A", "9.00")), one);

    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(30))
          .until(() -> storeTopic.manifest().isEmpty());
      assertThat(TopicBook.read(storeTopic).values()).isEmpty();

      List<TopicValue> second = values(2, item("A", "9.00"), item("B", "9.50"));
      hqTopic.publish(second, seal(2, first, second));

      awaitStoreHas(seal(2, first, second));
    }
  }

  @Test
  void relayThatDiedBetweenValuesAndManifestFinishesAtItsNextStart() {
    List<TopicValue> first = Books.items(100, 1, "1.00");
    Manifest one = seal(1, List.of(), first);
    storeTopic.copy(first, one);
    List<TopicValue> second = Books.items(60, 2, "2.00");
    Manifest two = seal(2, first, second);
    hqTopic.publish(first, one);
    hqTopic.publish(second, two);
    storeTopic.copy(second.subList(0, 30), one);

    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      awaitStoreHas(two);
    }
  }

  @Test
  void storeFollowsAnHqThatStartedAgainFromNothing() {
    List<TopicValue> old = values(7, item("A", "1.00"), item("OLD", "2.00"));
    storeTopic.copy(old, seal(7, List.of(), old));
    List<TopicValue> fresh = values(1, item("A", "5.00"));
    Manifest one = seal(1, List.of(), fresh);
    hqTopic.publish(fresh, one);

    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      awaitStoreHas(one);
    }
  }

  @Test
  void relaySurvivesHqGoingAwayAndComingBack() throws IOException {
    List<TopicValue> first = values(1, item("A", "1.00"));
    hqTopic.publish(first, seal(1, List.of(), first));
    try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter)) {
      awaitStoreHas(seal(1, List.of(), first));

      hq.close();
      await().during(Duration.ofSeconds(2)).until(() -> storeTopic.manifest().isPresent());
      hq = PriceBroker.start(dir.resolve("hq"), hq.port());
      List<TopicValue> second = values(2, item("A", "2.00"));
      hqTopic.publish(second, seal(2, first, second));

      awaitStoreHas(seal(2, first, second));
    }
  }

  @Test
  void namedStoreGetsTheBookToTryAndThenTheOneForAll() {
    List<TopicValue> first = values(1, item("A", "1.00"), item("OLD", "2.00"));
    Manifest one = seal(1, List.of(), first);
    List<TopicValue> trial = values(2, item("A", "1.50"), item("NEW", "3.00"));
    Manifest two = triedAt("S01", seal(2, List.of(), trial));
    Manifest three = seal(3, List.of(), first);
    hqTopic.publish(first, one);
    try (PriceTopic canary = PriceTopic.canary(publisher);
        PriceRelay relay = PriceRelay.start(hqReader, storeWriter, "S01")) {
      awaitStoreHas(one);

      canary.publish(trial, two);
      awaitStoreHas(two);
      hqTopic.publish(List.of(), three);

      awaitStoreHas(three);
    }
    List<TopicValue> changedByThree = new ArrayList<>();
    storeTopic.browse(2, changedByThree::add);
    assertThat(changedByThree)
        .extracting(TopicValue::key)
        .containsExactlyInAnyOrder("item:A", "item:OLD", "item:NEW");
  }

  @Test
  void storeThatIsNotNamedKeepsTheBookForAll() {
    List<TopicValue> first = values(1, item("A", "1.00"));
    Manifest one = seal(1, List.of(), first);
    List<TopicValue> trial = values(2, item("A", "1.50"));
    hqTopic.publish(first, one);
    try (PriceTopic canary = PriceTopic.canary(publisher);
        PriceRelay relay = PriceRelay.start(hqReader, storeWriter, "S01")) {
      canary.publish(trial, triedAt("S02", seal(2, List.of(), trial)));
      awaitStoreHas(one);

      await()
          .during(Duration.ofSeconds(2))
          .until(() -> storeTopic.manifest().equals(Optional.of(one)));
    }
  }

  @Test
  void relayKilledWhileItWroteTheBookToTryFinishesAtItsNextStart() {
    List<TopicValue> first = Books.items(100, 1, "1.00");
    Manifest one = seal(1, List.of(), first);
    List<TopicValue> trial = Books.items(60, 2, "2.00");
    Manifest two = triedAt("S01", seal(2, List.of(), trial));
    hqTopic.publish(first, one);
    storeTopic.copy(first, one);
    storeTopic.copy(trial.subList(0, 30), one);
    try (PriceTopic canary = PriceTopic.canary(publisher)) {
      canary.publish(trial, two);

      try (PriceRelay relay = PriceRelay.start(hqReader, storeWriter, "S01")) {
        awaitStoreHas(two);
      }
    }
  }

  private static Manifest triedAt(String store, Manifest m) {
    return new Manifest(
        m.version(),
        m.publishedAt(),
        m.publishedBy(),
        m.currency(),
        m.count(),
        m.hash(),
        null,
        List.of(store));
  }

  private void awaitStoreHas(Manifest manifest) {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(storeTopic.manifest()).contains(manifest));
    assertThat(TopicBook.read(storeTopic).isSealedBy(manifest)).isTrue();
  }
}
