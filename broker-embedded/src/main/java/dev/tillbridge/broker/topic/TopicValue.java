package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One key's value as it lies in the topic.
 *
 * @param version of the publish that changed it last
 * @param bytes the exact wire bytes; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // wrapped once per value it would double the objects
public record TopicValue(String key, long version, byte[] bytes) {

  /** As its type stands in the wire bytes; within a text the quotes would be escaped. */
  private static final byte[] GONE = "\"gone\"".getBytes(StandardCharsets.UTF_8);

  /** The value of a publish, in its wire bytes. */
  public static TopicValue of(BookValue value, long version) {
    return new TopicValue(value.bookKey(), version, Wire.BOOK_VALUE.encode(value));
  }

  /** Whether it only says that the key is no longer in the book. */
  public boolean gone() {
    // Reading every value of a large book for this would take seconds.
    return mentions(bytes, GONE)
        && Wire.BOOK_VALUE.decode(bytes) instanceof Decoded.Read<BookValue>(BookValue.Gone gone);
  }

  private static boolean mentions(byte[] text, byte[] word) {
    for (int i = 0; i <= text.length - word.length; i++) {
      if (text[i] == word[0] && Arrays.equals(text, i, i + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }
}
