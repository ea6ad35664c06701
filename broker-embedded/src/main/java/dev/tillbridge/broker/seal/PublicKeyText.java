package dev.tillbridge.broker.seal;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tillbridge.model.journal.EntryHash;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A register's public key: the 32 bytes of RFC 8032 in Base64, 44 characters.
 *
 * @param base64 the text
 */
public record PublicKeyText(@JsonValue String base64) {

  private static final int KEY_BYTES = 32;
  private static final int FINGERPRINT_GROUPS = 5;

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

  /**
   * What people compare: the first 80 bits of the raw key's SHA-256, as five groups of four hex
   * digits.
   */
  public String fingerprint() {
    String hex = EntryHash.of(raw()).hex();
    return IntStream.range(0, FINGERPRINT_GROUPS)
        .mapToObj(n -> hex.substring(n * 4, n * 4 + 4))
        .collect(Collectors.joining("-"));
  }

  byte[] raw() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return base64;
  }
}
