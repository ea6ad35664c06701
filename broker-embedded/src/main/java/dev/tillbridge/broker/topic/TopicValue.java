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

  private static final byte[] OURS = ascii("{\"v\":1,\"value\":{\"type\":\"");
  private static final byte[] OUR_GONE = ascii("{\"v\":1,\"value\":{\"type\":\"gone\"");

  /** The value of a publish, in its wire bytes. */
  public static TopicValue of(BookValue value, long version) {
    return new TopicValue(value.bookKey(), version, Wire.BOOK_VALUE.encode(value));
  }

  /** Whether it only says that the key is no longer in the book. */
  public boolean gone() {
    // written by us it says so at once; anything else is decoded
    return startsWith(OURS)
        ? startsWith(OUR_GONE)
        : Wire.BOOK_VALUE.decode(bytes) instanceof Decoded.Read<BookValue>(BookValue.Gone gone);
  }

  private boolean startsWith(byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
