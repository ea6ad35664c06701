package dev.tillbridge.register.pricecache;

import static dev.tillbridge.register.pricecache.TestBooks.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.topic.PriceBroker;
import dev.tillbridge.broker.topic.PriceRelay;
import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HQ's topic, the store's relay and topic, the register's cache, with a supermarket's book. */
final class PricePathTest {

  private static final Logger LOG = LoggerFactory.getLogger(PricePathTest.class);
  private static final int ITEMS = 12_000;
  private static final int LOOKUPS = 200_000;
  private static final long SEED = 11;

  @TempDir Path dir;

  @Test
  void supermarketsBookReachesTheRegisterAndEveryItemIsFound() throws Exception {
    List<BookValue> book = TestBooks.items(ITEMS, SEED);
    TestBooks books = new TestBooks();
    try (PriceBroker hq = PriceBroker.start(dir.resolve("hq"));
        PriceBroker store = PriceBroker.start(dir.resolve("store"));
        BrokerAccess publisher = hq.publisher();
        BrokerAccess storeAtHq = hq.store();
        BrokerAccess lane = store.lane();
        PriceRelay relay = PriceRelay.start(storeAtHq, store.local());
        PriceCache cache = PriceCache.open(dir.resolve("prices"), lane, Clock.systemUTC())) {
      PriceTopic topic = new PriceTopic(publisher);

      long full = switched(cache, publish(topic, books, at(1, book)));
      List<BookValue> changed = TestBooks.items(ITEMS, SEED + 1).subList(1, 77);
      long small = switched(cache, publish(topic, books, at(2, changed)));

      PriceBook current = cache.current().orElseThrow();
      assertThat(book)
          .filteredOn(BookValue.Item.class::isInstance)
          .map(BookValue.Item.class::cast)
          .allSatisfy(item -> {
            assertThat(current.find(item.code())).isPresent();
            assertThat(current.find(item.barcodes().getFirst()))
                .map(found -> found.item().code())
                .contains(item.code());
          });
      LOG.warn(
          "{} items: all new on the register after {} ms, 76 changed after {} ms (polls of 1 s included)",
          ITEMS,
          full,
          small);
      measureLookups(current);
    }
  }

  private static Manifest publish(PriceTopic topic, TestBooks books, List<TopicValue> changed) {
    long start = System.nanoTime();
    Manifest manifest = books.publish(topic, changed);
    LOG.warn("Published {} values in {} ms", changed.size(), millisSince(start));
    return manifest;
  }

  private static long switched(PriceCache cache, Manifest manifest) {
    long start = System.nanoTime();
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofSeconds(60))
        .until(() -> cache.current().filter(b -> b.manifest().equals(manifest)).isPresent());
    return millisSince(start);
  }

  private static void measureLookups(PriceBook book) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    long[] nanos = new long[LOOKUPS];
    for (int n = 0; n < LOOKUPS; n++) {
      String barcode = "200%010d".formatted(random.nextInt(ITEMS));
      long start = System.nanoTime();
      boolean found = book.find(barcode).isPresent();
      nanos[n] = System.nanoTime() - start;
      assertThat(found).isTrue();
    }
    long[] warm = Arrays.copyOfRange(nanos, LOOKUPS / 2, LOOKUPS);
    Arrays.sort(warm);
    LOG.warn(
        "Lookup by barcode among {} items: p50 {} us, p99 {} us, p99.9 {} us",
        ITEMS,
        warm[warm.length / 2] / 1_000.0f,
        warm[warm.length * 99 / 100] / 1_000.0f,
        warm[warm.length * 999 / 1_000] / 1_000.0f);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
