package dev.tillbridge.model.pricebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a whole book: for each value in ascending key order its key, a zero byte, its exact
 * wire bytes and a zero byte. Feed the values in that order, then {@link #hex()} once.
 */
public final class BookHash {

  private final MessageDigest digest;
  private String lastKey = "";
  private int count;

  public BookHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256; this one says it has not.", e);
    }
  }

  /**
   * Adds the next value.
   *
   * @throws IllegalArgumentException when the key does not come after the one before
   */
  public void add(String key, byte[] value) {
    if (key.compareTo(lastKey) <= 0) {
      throw new IllegalArgumentException(
          "Keys come in ascending order: \"" + key + "\" after \"" + lastKey + "\".");
    }
    lastKey = key;
    count++;
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(value);
    digest.update((byte) 0);
  }

  /** Number of values added. */
  public int count() {
    return count;
  }

  /** The hash as 64 lower-case hex digits; ends this computation. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
