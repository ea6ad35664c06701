package dev.tillbridge.broker.topic;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Values and manifests for tests. */
final class Books {

  private static final Instant PUBLISHED = Instant.parse("2026-01-05T20:00:00Z");

  private Books() {}

  static BookValue item(String code, String price) {
    return new BookValue.Item(
        code, "Item " + code, Money.parse("GBP " + price), "STANDARD", List.of());
  }

  static List<TopicValue> values(long version, BookValue... values) {
    return Stream.of(values).map(value -> TopicValue.of(value, version)).toList();
  }

  static List<TopicValue> items(int count, long version, String price) {
    return IntStream.range(0, count)
        .mapToObj(n -> TopicValue.of(item("%06d".formatted(n), price), version))
        .toList();
  }

  /** The manifest that seals the old values with the changed ones in their place. */
  static Manifest seal(long version, List<TopicValue> old, List<TopicValue> changed) {
    TopicBook book = new TopicBook();
    book.putAll(old);
    book.putAll(changed);
    var hash = book.hash();
    int count = hash.count();
    return new Manifest(version, PUBLISHED, "admin", "GBP", count, hash.hex());
  }
}
