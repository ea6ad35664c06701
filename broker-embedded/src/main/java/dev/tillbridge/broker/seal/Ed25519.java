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

  private Ed25519() {}

  /** Loaded, with the library's own tests, when first asked for: a quarter of a second. */
  private static final class Native {

    private static final @Nullable Provider PROVIDER = load();

    private static @Nullable Provider load() {
      try {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        provider.assertHealthy();
        return provider;
      } catch (RuntimeException | LinkageError e) {
        LOG.info("No native Ed25519 on this machine ({}); the JDK's is used.", e.toString());
        return null;
      }
    }
  }

  /** Loads the native library beside whatever the caller does next. */
  static void warmUp() {
    Thread.ofPlatform()
        .daemon()
        .name("seal-warm-up")
        .start(() -> LOG.debug("Native Ed25519: {}", Native.PROVIDER != null));
  }

  static Signature signature(int payloadBytes) throws GeneralSecurityException {
    if (payloadBytes > NATIVE_BYTES_MAX) {
      return Signature.getInstance(NAME);
    }
    Provider library = Native.PROVIDER;
    return library == null ? Signature.getInstance(NAME) : Signature.getInstance(NAME, library);
  }

  static KeyFactory keyFactory() throws GeneralSecurityException {
    return KeyFactory.getInstance(NAME); // the native provider takes the JDK's keys
  }

  static KeyPairGenerator keyPairGenerator() throws GeneralSecurityException {
    return KeyPairGenerator.getInstance(NAME);
  }
}
