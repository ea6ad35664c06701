package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;

/**
 * One key's value as it lies in the topic.
 *
 * @param version of the publish that changed it last
 * @param bytes the exact wire bytes; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // wrapped once per value it would double the objects
public record TopicValue(String key, long version, byte[] bytes) {

  /** The value of a publish, in its wire bytes. */
  public static TopicValue of(BookValue value, long version) {
    return new TopicValue(value.bookKey(), version, Wire.BOOK_VALUE.encode(value));
  }

  /** Whether it only says that the key is no longer in the book. */
  public boolean gone() {
    return Wire.BOOK_VALUE.decode(bytes) instanceof Decoded.Read<BookValue>(BookValue.Gone gone);
  }
}
