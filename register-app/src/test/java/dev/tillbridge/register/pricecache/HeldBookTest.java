package dev.tillbridge.register.pricecache;

import static dev.tillbridge.register.pricecache.TestBooks.STANDARD;
import static dev.tillbridge.register.pricecache.TestBooks.at;
import static dev.tillbridge.register.pricecache.TestBooks.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.register.pricing.RingingBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book of an open ticket, on real files, while newer books come in. */
final class HeldBookTest {

  @TempDir Path dir;

  private final TestBooks books = new TestBooks();
  private PriceBroker store;
  private BrokerAccess publisher;
  private BrokerAccess lane;
  private PriceTopic topic;

  @BeforeEach
  void startStore() throws Exception {
    store = PriceBroker.start(dir.resolve("store"));
    publisher = store.publisher();
    lane = store.lane();
    topic = new PriceTopic(publisher);
  }

  @AfterEach
  void stopStore() throws Exception {
    publisher.close();
    lane.close();
    store.close();
  }

  @Test
  void theHeldBookIsReadOverSeveralSwitchesAndItsFileIsRemovedWhenItIsLetGo() throws Exception {
    try (PriceCache cache = open(OptionalLong.empty())) {
      publishAndAwait(cache, 1);
      cache.hold(1);

      for (int version = 2; version <= 5; version++) {
        publishAndAwait(cache, version);
        assertThat(price(cache.hold(1))).contains("GBP 1.00");
      }
      await()
          .untilAsserted(
              () -> assertThat(books()).containsExactly("prices-1-1", "prices-4-4", "prices-5-5"));
      cache.letGo();

      assertThat(price(cache.current())).contains("GBP 5.00");
      await().untilAsserted(() -> assertThat(books()).containsExactly("prices-4-4", "prices-5-5"));
      assertThat(cache.hold(1)).isEmpty();
    }
  }

  @Test
  void theHeldBookIsThereAfterARestartAndOverTheSwitchesThatFollow() throws Exception {
    try (PriceCache cache = open(OptionalLong.empty())) {
      publishAndAwait(cache, 1);
      cache.hold(1);
      for (int version = 2; version <= 4; version++) {
        publishAndAwait(cache, version);
      }
    }

    try (PriceCache cache = open(OptionalLong.of(1))) {
      publishAndAwait(cache, 5);
      publishAndAwait(cache, 6);

      assertThat(price(cache.hold(1))).contains("GBP 1.00");
      cache.letGo();
      await().untilAsserted(() -> assertThat(books()).containsExactly("prices-5-5", "prices-6-6"));
    }
  }

  @Test
  void aBookWhoseFileIsGoneCannotBeHeld() throws Exception {
    try (PriceCache cache = open(OptionalLong.empty())) {
      publishAndAwait(cache, 1);
    }

    try (PriceCache cache = open(OptionalLong.of(9))) {

      assertThat(cache.hold(9)).isEmpty();
      assertThat(price(cache.current())).contains("GBP 1.00");
    }
  }

  @Test
  void theNewestBookIsHeldWithoutASecondCopyOfIt() throws Exception {
    try (PriceCache cache = open(OptionalLong.empty())) {
      publishAndAwait(cache, 1);

      assertThat(cache.hold(1).orElseThrow()).isSameAs(cache.current().orElseThrow());
      assertThat(cache.hold(1).orElseThrow().pricer())
          .isSameAs(cache.current().orElseThrow().pricer());
      cache.letGo();

      assertThat(price(cache.current())).contains("GBP 1.00");
    }
  }

  @Test
  void theStatusTellsSinceWhenTheBookIsHereAlsoAfterARestart() throws Exception {
    PriceCacheStatus first;
    try (PriceCache cache = open(OptionalLong.empty())) {
      assertThat(cache.status().since()).isNull();
      publishAndAwait(cache, 1);
      await().until(() -> cache.status().since() != null);
      first = cache.status();
    }

    try (PriceCache cache = open(OptionalLong.empty())) {
      assertThat(Duration.between(cache.status().since(), first.since()).abs())
          .isLessThan(Duration.ofSeconds(5));
    }
  }

  private PriceCache open(OptionalLong openTicket) {
    return PriceCache.open(dir.resolve("prices"), lane, Clock.systemUTC(), openTicket);
  }

  private void publishAndAwait(PriceCache cache, long version) {
    Manifest manifest = books.publish(topic, at(version, STANDARD, item("A", version + ".00")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> cache.current().map(PriceBook::manifest).equals(Optional.of(manifest)));
  }

  private static Optional<String> price(Optional<RingingBook> book) {
    return book.flatMap(b -> b.find("A")).map(found -> found.item().price().toString());
  }

  private List<String> books() throws IOException {
    try (Stream<Path> files = Files.list(dir.resolve("prices"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".book"))
          .map(name -> name.replace(".book", ""))
          .sorted()
          .toList();
    }
  }
}
