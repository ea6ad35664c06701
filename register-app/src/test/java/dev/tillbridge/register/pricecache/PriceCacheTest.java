package dev.tillbridge.register.pricecache;

import static dev.tillbridge.register.pricecache.TestBooks.STANDARD;
import static dev.tillbridge.register.pricecache.TestBooks.at;
import static dev.tillbridge.register.pricecache.TestBooks.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceCacheTest {

  private static final Clock THREE_WEEKS_LATER =
      Clock.fixed(TestBooks.PUBLISHED.plus(Duration.ofDays(21)), ZoneOffset.UTC);

  @TempDir Path dir;

  private final TestBooks books = new TestBooks();
  private Path cacheDir;
  private PriceBroker store;
  private BrokerAccess publisher;
  private BrokerAccess lane;
  private PriceTopic topic;

  @BeforeEach
  void startStore() throws Exception {
    cacheDir = dir.resolve("prices");
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
  void registerSwitchesToEachPublishedVersion() {
    try (PriceCache cache = open()) {
      assertThat(cache.current()).isEmpty();
      List<PriceBook> switches = new CopyOnWriteArrayList<>();
      cache.onSwitch(switches::add);

      Manifest one =
          books.publish(topic, at(1, STANDARD, item("A", "1.00", "200000000001"), item("B", "2")));
      awaitVersion(cache, one);
      Manifest two =
          books.publish(topic, at(2, item("A", "1.25", "200000000001"), item("C", "3.00")));
      awaitVersion(cache, two);

      assertThat(price(cache, "200000000001")).contains("GBP 1.25");
      assertThat(price(cache, " A ")).contains("GBP 1.25");
      assertThat(price(cache, "B")).contains("GBP 2.00");
      assertThat(price(cache, "C")).contains("GBP 3.00");
      await()
          .untilAsserted(
              () -> assertThat(switches).extracting(PriceBook::manifest).containsExactly(one, two));
      PriceBook book = cache.current().orElseThrow();
      String category = book.find("A").orElseThrow().item().taxCategory();
      assertThat(book.terms().taxOn(category, LocalDate.of(2026, 11, 22)).orElseThrow().percent())
          .isEqualByComparingTo("20");
    }
  }

  @Test
  void goneItemAndItsBarcodeAreNotFoundAnyMore() {
    books.publish(topic, at(1, STANDARD, item("A", "1.00", "200000000001"), item("B", "2.00")));
    try (PriceCache cache = open()) {
      await().until(() -> price(cache, "200000000001").isPresent());

      Manifest two = books.publish(topic, at(2, new BookValue.Gone("item:A")));
      awaitVersion(cache, two);

      assertThat(price(cache, "A")).isEmpty();
      assertThat(price(cache, "200000000001")).isEmpty();
      assertThat(price(cache, "B")).contains("GBP 2.00");
    }
  }

  @Test
  void barcodeMovedToAnotherItemFindsThatOne() {
    books.publish(topic, at(1, STANDARD, item("A", "1.00", "200000000001"), item("B", "2.00")));
    try (PriceCache cache = open()) {
      await().until(() -> price(cache, "200000000001").isPresent());

      Manifest two =
          books.publish(topic, at(2, item("A", "1.00"), item("B", "2.00", "200000000001")));
      awaitVersion(cache, two);

      assertThat(price(cache, "200000000001")).contains("GBP 2.00");
    }
  }

  @Test
  void valuesWithoutTheirManifestAreNeverRung() {
    Manifest one = books.publish(topic, at(1, STANDARD, item("A", "1.00"), item("B", "2.00")));
    List<TopicValue> half = at(2, item("A", "9.00"));
    topic.copy(half, one);
    try (PriceCache cache = open()) {
      await().until(() -> cache.status().problem() != null);

      assertThat(cache.current()).isEmpty();
      assertThat(cache.status().problem()).contains("version 1 cannot be taken yet");

      Manifest two = books.publish(topic, at(2, item("A", "9.00"), item("B", "9.50")));
      awaitVersion(cache, two);

      assertThat(price(cache, "B")).contains("GBP 9.50");
    }
  }

  @Test
  void registerKeepsRingingTheOldBookWhileAPublishIsUnderWay() {
    books.publish(topic, at(1, STANDARD, item("A", "1.00"), item("B", "2.00")));
    try (PriceCache cache = open()) {
      await().until(() -> cache.current().isPresent());

      Manifest three =
          new TestBooks().seal(3, at(3, STANDARD, item("A", "9.00"), item("B", "9.50")));
      topic.copy(at(2, item("A", "9.00")), three);
      await().until(() -> cache.status().problem() != null);

      assertThat(price(cache, "A")).contains("GBP 1.00");
      assertThat(cache.status().problem()).contains("Ringing goes on with price book version 1");

      topic.copy(at(3, item("B", "9.50")), three);
      awaitVersion(cache, three);
      assertThat(price(cache, "A")).contains("GBP 9.00");
    }
  }

  @Test
  void restartedRegisterWithoutLinkRingsItsLastBook() throws Exception {
    Manifest one = books.publish(topic, at(1, STANDARD, item("A", "1.00")));
    try (PriceCache cache = open()) {
      awaitVersion(cache, one);
    }
    store.close();

    try (PriceCache cache = open()) {

      assertThat(price(cache, "A")).contains("GBP 1.00");
      await().until(() -> cache.status().problem() != null);
      assertThat(cache.status().problem()).contains("cannot be read");
      assertThat(cache.status().manifest()).isEqualTo(one);
      assertThat(cache.status().age()).isEqualTo(Duration.ofDays(21));
      assertThat(cache.status().items()).isEqualTo(1);
    }
  }

  @Test
  void registerThreeWeeksAwayTakesTheNewestBookAtOnce() {
    Manifest one = books.publish(topic, at(1, STANDARD, item("A", "1.00"), item("B", "2.00")));
    try (PriceCache cache = open()) {
      awaitVersion(cache, one);
    }
    Manifest newest = one;
    for (int version = 2; version <= 21; version++) {
      newest = books.publish(topic, at(version, item("A", version + ".00")));
    }

    try (PriceCache cache = open()) {
      List<PriceBook> switches = new CopyOnWriteArrayList<>();
      cache.onSwitch(switches::add);
      awaitVersion(cache, newest);

      assertThat(price(cache, "A")).contains("GBP 21.00");
      assertThat(price(cache, "B")).contains("GBP 2.00");
      assertThat(switches).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void damagedFileIsDiscardedThePreviousIsRungAndTheNewestReadAgain() throws Exception {
    Manifest one = books.publish(topic, at(1, STANDARD, item("A", "1.00")));
    Manifest two;
    try (PriceCache cache = open()) {
      awaitVersion(cache, one);
      two = books.publish(topic, at(2, item("A", "2.00")));
      awaitVersion(cache, two);
    }
    flipAByte(file("prices-2-2.book"));
    int port = store.port();
    store.close();

    try (PriceCache cache = open()) {
      assertThat(price(cache, "A")).contains("GBP 1.00");
      assertThat(file("prices-2-2.book")).doesNotExist();

      store = PriceBroker.start(dir.resolve("store"), port);
      awaitVersion(cache, two);
      assertThat(price(cache, "A")).contains("GBP 2.00");
    }
  }

  @Test
  void onlyTheNewestTwoBooksAreKeptOnDisk() throws Exception {
    try (PriceCache cache = open()) {
      for (int version = 1; version <= 4; version++) {
        Manifest manifest = books.publish(topic, at(version, STANDARD, item("A", version + ".00")));
        awaitVersion(cache, manifest);
      }
    }

    assertThat(names())
        .containsExactly(
            "prices-3-3.book", "prices-3-3.seal", "prices-4-4.book", "prices-4-4.seal");
  }

  @Test
  void hqThatStartedAgainFromNothingIsFollowed() {
    Manifest seven = new TestBooks().seal(7, at(7, STANDARD, item("A", "1.00")));
    topic.copy(at(7, STANDARD, item("A", "1.00")), seven);
    try (PriceCache cache = open()) {
      awaitVersion(cache, seven);

      TestBooks fresh = new TestBooks();
      Manifest one = fresh.seal(1, at(1, STANDARD, item("A", "5.00")));
      topic.copy(at(1, STANDARD, item("A", "5.00")), one);
      awaitVersion(cache, one);
    }

    try (PriceCache cache = open()) {
      assertThat(price(cache, "A")).contains("GBP 5.00");
    }
  }

  @Test
  void itemWhoseTaxCategoryHasNoRateIsNotRung() {
    books.publish(topic, at(1, item("A", "1.00")));
    try (PriceCache cache = open()) {
      await().until(() -> cache.status().problem() != null);

      assertThat(cache.status().problem())
          .contains("item A has the tax category STANDARD, which has no rate");
      assertThat(cache.current()).isEmpty();
    }
  }

  @Test
  void silentlyCutLinkIsNoticedAndTheNewestBookTakenAfterItsReturn() throws Exception {
    Manifest one = books.publish(topic, at(1, STANDARD, item("A", "1.00")));
    try (SilentLink link = SilentLink.to(store.port());
        BrokerAccess access = store.laneThrough(link.port());
        PriceCache cache = PriceCache.open(cacheDir, access, THREE_WEEKS_LATER)) {
      awaitVersion(cache, one);

      link.cut();
      Manifest two = books.publish(topic, at(2, item("A", "2.00")));
      await().atMost(Duration.ofSeconds(30)).until(() -> cache.status().problem() != null);
      assertThat(price(cache, "A")).contains("GBP 1.00");

      link.heal();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> cache.current().map(PriceBook::manifest).equals(Optional.of(two)));
      assertThat(cache.status().problem()).isNull();
    }
  }

  @Test
  void closeIsQuickEvenWhileTheLinkIsSilent() throws Exception {
    books.publish(topic, at(1, STANDARD, item("A", "1.00")));
    try (SilentLink link = SilentLink.to(store.port());
        BrokerAccess access = store.laneThrough(link.port())) {
      PriceCache cache = PriceCache.open(cacheDir, access, THREE_WEEKS_LATER);
      await().until(() -> cache.current().isPresent());
      link.cut();

      long start = System.nanoTime();
      cache.close();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }
  }

  private PriceCache open() {
    return PriceCache.open(cacheDir, lane, THREE_WEEKS_LATER);
  }

  private static Optional<String> price(PriceCache cache, String barcodeOrCode) {
    return cache
        .current()
        .flatMap(book -> book.find(barcodeOrCode))
        .map(PriceBook.Found::item)
        .map(item -> item.price().toString());
  }

  private static void awaitVersion(PriceCache cache, Manifest manifest) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> assertThat(cache.current().map(PriceBook::manifest)).contains(manifest));
  }

  private Path file(String name) {
    return cacheDir.resolve(name);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(cacheDir)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void flipAByte(Path path) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(file.length() / 2);
      int old = file.read();
      file.seek(file.length() / 2);
      file.write(old ^ 1);
    }
  }
}
