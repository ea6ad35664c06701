package dev.tillbridge.broker.neighbour;

import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The user of {@code ./tillbridge recover}. Its password lies in the neighbour's data directory,
 * readable by whoever runs the register only.
 */
public final class RecoverUser {

  /** Its name. */
  public static final String NAME = "recover";

  private static final String FILE = NAME + ".password";
  private static final int PASSWORD_BYTES = 24;

  private RecoverUser() {}

  /** The password made at the first start as a neighbour; made now when there is none. */
  public static Credentials openOrCreate(Path dataDir) throws IOException {
    Path file = dataDir.resolve(FILE);
    if (!Files.exists(file)) {
      create(dataDir, file);
    }
    return new Credentials(NAME, Settings.secret(file));
  }

  /**
   * The password of a register that was started as a neighbour.
   *
   * @throws InvalidSetting when it never was
   */
  static Credentials open(Path dataDir) {
    Path file = dataDir.resolve(FILE);
    if (!Files.exists(file)) {
      throw new InvalidSetting(
          dataDir
              + " has no "
              + FILE
              + ": this register was never started as a neighbour, so it keeps nothing. Check"
              + " data.dir and neighbour.of.");
    }
    return new Credentials(NAME, Settings.secret(file));
  }

  private static void create(Path dataDir, Path file) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Path draft = dataDir.resolve(FILE + ".tmp");
    Files.deleteIfExists(draft);
    try (FileChannel out =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer text =
          ByteBuffer.wrap(
              (HexFormat.of().formatHex(random) + "\n").getBytes(StandardCharsets.US_ASCII));
      while (text.hasRemaining()) {
        out.write(text);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
