package dev.tillbridge.devices.javapos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import jpos.JposConst;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/**
 * Stands something opaque in place of a card's number: HMAC-SHA-256, cut to 128 bits.
 *
 * <p>Card numbers are few enough to be tried, so a token is as secret as its key. It is written in
 * letters, so that no search for card numbers ever finds one in it.
 */
final class CardTokens {

  /** Jpos.xml property that names the file with the key. */
  static final String KEY_FILE = "tokenKeyFile";

  static final int KEY_BYTES_MIN = 32;
  static final int KEY_BYTES_MAX = 1_024;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TOKEN_BYTES = 16;
  private static final String LETTERS = "abcdefghijklmnop";

  private final SecretKey key;

  private CardTokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    Arrays.fill(key, (byte) 0);
  }

  /** Tokens that hold until the register stops. */
  static CardTokens passing(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES_MIN];
    random.nextBytes(key);
    return new CardTokens(key);
  }

  /** Tokens that are the same wherever and whenever the same key is used. */
  static CardTokens keyedBy(Path file) throws JposException {
    try {
      long size = Files.size(file);
      if (size < KEY_BYTES_MIN || size > KEY_BYTES_MAX) {
        throw new JposException(
            JposConst.JPOS_E_NOSERVICE,
            "%s %s has %d bytes; allowed: %d to %d."
                .formatted(KEY_FILE, file, size, KEY_BYTES_MIN, KEY_BYTES_MAX));
      }
      return new CardTokens(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new JposException(
          JposConst.JPOS_E_NOSERVICE, KEY_FILE + " " + file + " cannot be read.", e);
    }
  }

  static CardTokens of(@Nullable String keyFile, SecureRandom random) throws JposException {
    return keyFile == null ? passing(random) : keyedBy(Path.of(keyFile));
  }

  String token(byte[] number, int from, int to) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(number, from, to - from);
      byte[] hash = mac.doFinal();
      StringBuilder token = new StringBuilder();
      for (int n = 0; n < TOKEN_BYTES; n++) {
        token.append(LETTERS.charAt((hash[n] >> 4) & 0xf)).append(LETTERS.charAt(hash[n] & 0xf));
      }
      return token.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
    }
  }
}
