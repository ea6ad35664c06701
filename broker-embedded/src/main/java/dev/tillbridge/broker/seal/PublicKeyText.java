package dev.tillbridge.broker.seal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tillbridge.model.journal.EntryHash;
import java.util.Base64;

/**
 * A register's public key: the 32 bytes of RFC 8032 in Base64, 44 characters.
 *
 * @param base64 the text
 */
public record PublicKeyText(@JsonValue String base64) {

  private static final int KEY_BYTES = 32;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PublicKeyText {
    if (Base64.getDecoder().decode(base64).length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "A public key is 32 bytes in Base64; got \"" + base64 + "\".");
    }
  }

  static PublicKeyText of(byte[] raw) {
    return new PublicKeyText(Base64.getEncoder().encodeToString(raw));
  }

  /** The first 16 hex digits of its SHA-256, in fours: what people compare. */
  public String fingerprint() {
    String hex = EntryHash.of(raw()).hex();
    return String.join(
        " ", hex.substring(0, 4), hex.substring(4, 8), hex.substring(8, 12), hex.substring(12, 16));
  }

  byte[] raw() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return base64;
  }
}
