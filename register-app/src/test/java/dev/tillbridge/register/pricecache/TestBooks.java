package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.topic.PriceTopic;
import dev.tillbridge.broker.topic.TopicBook;
import dev.tillbridge.broker.topic.TopicValue;
import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Books for tests: what a publisher would have in the topic after some publishes. */
final class TestBooks {

  static final Instant PUBLISHED = Instant.parse("2026-01-05T20:00:00Z");
  static final BookValue STANDARD =
      new BookValue.TaxCategory(
          "Standard", new TaxRate("STANDARD", BigDecimal.valueOf(20), TaxMode.INCLUSIVE));

  private final TopicBook book = new TopicBook();

  static BookValue item(String code, String price, String... barcodes) {
    return new BookValue.Item(
        code, "Item " + code, Money.parse("GBP " + price), "STANDARD", List.of(barcodes));
  }

  /** Seeded items with a 13 digit barcode each. */
  static List<BookValue> items(int count, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<BookValue> items = new ArrayList<>(List.of(STANDARD));
    for (int n = 0; n < count; n++) {
      String price = "%d.%02d".formatted(random.nextInt(1, 60), random.nextInt(100));
      items.add(
          new BookValue.Item(
              "%08d".formatted(90_000_000 + n),
              "GROCERY ITEM NUMBER %d WITH A USUAL NAME 250 g".formatted(n),
              Money.parse("GBP " + price),
              "STANDARD",
              List.of("200%010d".formatted(n))));
    }
    return items;
  }

  /** The next version: these values changed. */
  static List<TopicValue> at(long version, BookValue... changed) {
    return Stream.of(changed).map(value -> TopicValue.of(value, version)).toList();
  }

  static List<TopicValue> at(long version, List<BookValue> changed) {
    return changed.stream().map(value -> TopicValue.of(value, version)).toList();
  }

  /** Takes the changes into the full book and seals it. */
  Manifest seal(long version, List<TopicValue> changed) {
    book.putAll(changed);
    BookHash hash = book.hash();
    int count = hash.count();
    return new Manifest(version, PUBLISHED, "admin", "GBP", count, hash.hex());
  }

  /** Seals and publishes them. */
  Manifest publish(PriceTopic topic, List<TopicValue> changed) {
    Manifest manifest = seal(changed.getFirst().version(), changed);
    topic.publish(changed, manifest);
    return manifest;
  }
}
