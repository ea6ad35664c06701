package dev.tillbridge.broker.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** A register's own seal: its private key, made at the first start. Thread-safe. */
public final class Seal {

  static final String FILE = "register.key";

  private static final int RAW_KEY_BYTES = 32;

  private final PrivateKey privateKey;
  private final byte[] rawPublicKey;

  private Seal(PrivateKey privateKey, byte[] rawPublicKey) {
    this.privateKey = privateKey;
    this.rawPublicKey = rawPublicKey;
  }

  /** A new key, kept nowhere. */
  public static Seal fresh() {
    try {
      KeyPair pair = Ed25519.keyPairGenerator().generateKeyPair();
      return of(pair.getPrivate(), pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw noEd25519(e);
    }
  }

  /**
   * The key in this data directory; made, and on disk, when there is none yet.
   *
   * @throws IOException when the key's file cannot be read or written
   */
  public static Seal openOrCreate(Path dataDir) throws IOException {
    Ed25519.warmUp();
    Path file = dataDir.resolve(FILE);
    return Files.exists(file) ? open(file) : create(dataDir, file);
  }

  private static Seal create(Path dataDir, Path file) throws IOException {
    try {
      KeyPair pair = Ed25519.keyPairGenerator().generateKeyPair();
      byte[] publicKey = pair.getPublic().getEncoded();
      String text =
          Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + Base64.getEncoder().encodeToString(publicKey)
              + "\n";
      Path draft = dataDir.resolve(FILE + ".tmp");
      Files.deleteIfExists(draft);
      try (FileChannel out =
          FileChannel.open(
              draft,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folder = FileChannel.open(dataDir)) {
        folder.force(true);
      }
      return of(pair.getPrivate(), publicKey);
    } catch (GeneralSecurityException e) {
      throw noEd25519(e);
    }
  }

  private static Seal open(Path file) throws IOException {
    try {
      String[] lines = Files.readString(file).split("\n");
      PrivateKey key =
          Ed25519.keyFactory()
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
      byte[] publicKey = Base64.getDecoder().decode(lines[1]);
      Ed25519.keyFactory().generatePublic(new X509EncodedKeySpec(publicKey));
      return of(key, publicKey);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException(
          "The register's key "
              + file
              + " cannot be read ("
              + e.getMessage()
              + "). Restore it from this register's own backup; without it start with an empty"
              + " data.dir, which begins a new epoch, and keep this one for recovery.",
          e);
    }
  }

  private static Seal of(PrivateKey key, byte[] encodedPublicKey) {
    int prefix = encodedPublicKey.length - RAW_KEY_BYTES;
    return new Seal(key, Arrays.copyOfRange(encodedPublicKey, prefix, encodedPublicKey.length));
  }

  /** The key others verify with. */
  public PublicKeyText publicKey() {
    return PublicKeyText.of(rawPublicKey);
  }

  /** The payload with its seal, as {@link SealedBytes} reads it. The same for the same payload. */
  public byte[] over(byte[] payload) {
    try {
      Signature signature = Ed25519.signature(payload.length);
      signature.initSign(privateKey);
      signature.update(payload);
      byte[] signed = signature.sign();
      byte[] seal = Arrays.copyOf(rawPublicKey, rawPublicKey.length + signed.length);
      System.arraycopy(signed, 0, seal, rawPublicKey.length, signed.length);
      byte[] text = Base64.getEncoder().encode(seal);
      byte[] sealed = Arrays.copyOf(payload, payload.length + 1 + text.length);
      sealed[payload.length] = '\n';
      System.arraycopy(text, 0, sealed, payload.length + 1, text.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw noEd25519(e);
    }
  }

  private static IllegalStateException noEd25519(GeneralSecurityException e) {
    return new IllegalStateException("Ed25519 does not work here: " + e.getMessage() + ".", e);
  }
}
