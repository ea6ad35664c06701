package dev.tillbridge.broker.topic;

import dev.tillbridge.model.pricebook.BookHash;
import dev.tillbridge.model.pricebook.Manifest;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All values of a topic in memory, gone ones included, as they were read: perhaps those of two
 * versions mixed, until {@link #isSealedBy} says otherwise. For one thread.
 */
public final class TopicBook {

  private final TreeMap<String, TopicValue> values = new TreeMap<>();

  /** Reads the whole topic. */
  public static TopicBook read(PriceTopic topic) {
    TopicBook book = new TopicBook();
    topic.browse(PriceTopic.FROM_THE_START, book::put);
    return book;
  }

  /** Puts a value in the place of the one with the same key. */
  public void put(TopicValue value) {
    values.put(value.key(), value);
  }

  void remove(String key) {
    values.remove(key);
  }

  /** Puts all of them. */
  public void putAll(Collection<TopicValue> changed) {
    changed.forEach(this::put);
  }

  /** A view in ascending key order. */
  public SortedMap<String, TopicValue> values() {
    return Collections.unmodifiableSortedMap(values);
  }

  /** Whether these values are exactly the book that the manifest seals. */
  public boolean isSealedBy(Manifest manifest) {
    BookHash hash = hash();
    return hash.count() == manifest.count() && hash.hex().equals(manifest.hash());
  }

  /** The hash over the values that are not gone. */
  public BookHash hash() {
    BookHash hash = new BookHash();
    for (TopicValue value : values.values()) {
      if (!value.gone()) {
        hash.add(value.key(), value.bytes());
      }
    }
    return hash;
  }
}
