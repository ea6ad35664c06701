package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of an entry's exact bytes, as 64 lower-case hex digits.
 *
 * @param hex the digits
 */
public record EntryHash(@JsonValue String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** The predecessor of an epoch's first entry; made after {@code HEX}, which its making needs. */
  public static final EntryHash NONE = new EntryHash("0".repeat(64));

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public EntryHash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "A hash is 64 lower-case hex digits; got \"" + hex + "\".");
    }
  }

  public static EntryHash of(byte[] bytes) {
    try {
      return new EntryHash(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256; this one says it has not.", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
