package dev.tillbridge.screens.signon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password or PIN, hashed with Argon2id.
 *
 * <p>Written as {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, base64 without padding. The cost
 * is OWASP's recommendation (19 MiB, two passes), some 30 ms on a register.
 */
public final class PasswordHash {

  private static final int MEMORY_KIB = 19_456;
  private static final int MEMORY_KIB_MAX = 262_144;
  private static final int PASSES = 2;
  private static final int PASSES_MAX = 10;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int SECRET_CHARS_MAX = 256;

  private static final Pattern ENCODED =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final int memoryKib;
  private final int passes;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int memoryKib, int passes, byte[] salt, byte[] hash) {
    this.memoryKib = memoryKib;
    this.passes = passes;
    this.salt = salt;
    this.hash = hash;
  }

  /** A new hash with a random salt. */
  public static PasswordHash hash(String secret, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new PasswordHash(
        MEMORY_KIB, PASSES, salt, argon2id(secret, MEMORY_KIB, PASSES, salt, HASH_BYTES));
  }

  /**
   * Reads what {@link #encoded()} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static PasswordHash parse(String encoded) {
    Matcher parts = ENCODED.matcher(encoded);
    if (!parts.matches()) {
      throw new IllegalArgumentException("expected $argon2id$v=19$m=...,t=...,p=1$SALT$HASH");
    }
    int memoryKib = bounded("m", parts.group(1), 8, MEMORY_KIB_MAX);
    int passes = bounded("t", parts.group(2), 1, PASSES_MAX);
    byte[] salt = Base64.getDecoder().decode(parts.group(3));
    byte[] hash = Base64.getDecoder().decode(parts.group(4));
    if (salt.length < 8 || hash.length < 16) {
      throw new IllegalArgumentException("salt or hash is cut off");
    }
    return new PasswordHash(memoryKib, passes, salt, hash);
  }

  private static int bounded(String name, String digits, int lowest, int highest) {
    int value = Integer.parseInt(digits);
    if (value < lowest || value > highest) {
      throw new IllegalArgumentException(
          name + "=" + value + " is outside " + lowest + " to " + highest);
    }
    return value;
  }

  /** True for the secret that was hashed; takes as long for a wrong one. */
  public boolean verify(String secret) {
    return secret.length() <= SECRET_CHARS_MAX
        && MessageDigest.isEqual(hash, argon2id(secret, memoryKib, passes, salt, hash.length));
  }

  /** For a people file. */
  public String encoded() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memoryKib, passes, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  private static byte[] argon2id(
      String secret, int memoryKib, int passes, byte[] salt, int length) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] result = new byte[length];
    argon2.generateBytes(secret.getBytes(StandardCharsets.UTF_8), result);
    return result;
  }
}
