package dev.tillbridge.broker.seal;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A payload and its seal, as they travel: the payload, a line feed, and the Base64 of the key's 32
 * and the signature's 64 bytes. The payload is JSON without line feeds, so the last line is the
 * seal. An entry's hash is over all of it.
 */
public final class SealedBytes {

  static final int SEAL_CHARACTERS = 128;
  private static final int KEY_BYTES = 32;
  private static final int KEYS_REMEMBERED_MAX = 10_000;

  /** RFC 8410: what stands before the raw key in its encoded form. */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final Map<PublicKeyText, PublicKey> KEYS = new ConcurrentHashMap<>();

  private final byte[] payload;
  private final PublicKeyText key;
  private final byte[] signature;

  private SealedBytes(byte[] payload, PublicKeyText key, byte[] signature) {
    this.payload = payload;
    this.key = key;
    this.signature = signature;
  }

  /** Takes the seal off; empty when there is none. Whether it is genuine, {@link #isGenuine}. */
  public static Optional<SealedBytes> read(byte[] sealed) {
    int end = sealed.length - SEAL_CHARACTERS - 1;
    if (end < 0 || sealed[end] != '\n') {
      return Optional.empty();
    }
    try {
      byte[] seal = Base64.getDecoder().decode(Arrays.copyOfRange(sealed, end + 1, sealed.length));
      return Optional.of(
          new SealedBytes(
              Arrays.copyOf(sealed, end),
              PublicKeyText.of(Arrays.copyOf(seal, KEY_BYTES)),
              Arrays.copyOfRange(seal, KEY_BYTES, seal.length)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The bytes that were signed. */
  public byte[] payload() {
    return payload;
  }

  /** The key it says it was signed with. */
  public PublicKeyText key() {
    return key;
  }

  /** Whether that key's owner signed exactly this payload. */
  public boolean isGenuine() {
    try {
      Signature check = Ed25519.signature(payload.length);
      check.initVerify(publicKey(key));
      check.update(payload);
      return check.verify(signature);
    } catch (InvalidKeyException | InvalidKeySpecException | SignatureException e) {
      return false; // what is no key or no signature is not genuine
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 does not work here: " + e.getMessage() + ".", e);
    }
  }

  private static PublicKey publicKey(PublicKeyText text) throws GeneralSecurityException {
    PublicKey known = KEYS.get(text);
    if (known != null) {
      return known;
    }
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(text.raw(), 0, encoded, X509_PREFIX.length, KEY_BYTES);
    PublicKey made = Ed25519.keyFactory().generatePublic(new X509EncodedKeySpec(encoded));
    if (KEYS.size() < KEYS_REMEMBERED_MAX) {
      KEYS.put(text, made);
    }
    return made;
  }
}
