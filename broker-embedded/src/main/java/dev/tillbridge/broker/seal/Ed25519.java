package dev.tillbridge.broker.seal;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ed25519 (RFC 8032) from the native library where there is one for this machine, else from the
 * JDK, which takes several times as long for the same bytes.
 */
final class Ed25519 {

  static final String NAME = "Ed25519";

  /** The native library takes 1 MiB at once and no more; larger payloads go the slower way. */
  private static final int NATIVE_BYTES_MAX = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Ed25519.class);
  private static final @Nullable Provider NATIVE = nativeProvider();

  private Ed25519() {}

  private static @Nullable Provider nativeProvider() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      provider.assertHealthy();
      return provider;
    } catch (RuntimeException | LinkageError e) {
      LOG.info("No native Ed25519 on this machine ({}); the JDK's is used.", e.toString());
      return null;
    }
  }

  static Signature signature(int payloadBytes) throws GeneralSecurityException {
    return NATIVE == null || payloadBytes > NATIVE_BYTES_MAX
        ? Signature.getInstance(NAME)
        : Signature.getInstance(NAME, NATIVE);
  }

  static KeyFactory keyFactory() throws GeneralSecurityException {
    return KeyFactory.getInstance(NAME); // the native provider takes the JDK's keys
  }

  static KeyPairGenerator keyPairGenerator() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(NAME);
  }
}
