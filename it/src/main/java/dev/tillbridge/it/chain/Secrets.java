package dev.tillbridge.it.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of one data folder: made when first asked for, and the same from then on. */
final class Secrets {

  private static final int PASSWORD_BYTES = 24;
  private static final int READABLE_PASSWORD_LETTERS = 10;

  /** Without letters and digits that look alike. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final SecureRandom random;

  Secrets(SecureRandom random) {
    this.random = random;
  }

  /** A password no human types. */
  String password(Path file) throws IOException {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return keep(file, HexFormat.of().formatHex(bytes));
  }

  /** Four digits. */
  String pin(Path file) throws IOException {
    return keep(file, "%04d".formatted(random.nextInt(10_000)));
  }

  /** A password a human types. */
  String readablePassword(Path file) throws IOException {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < READABLE_PASSWORD_LETTERS; i++) {
      letters.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return keep(file, letters.toString());
  }

  /** Writes the file for its owner's eyes only, in place of one that may be there. */
  static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text);
  }

  private static String keep(Path file, String fresh) throws IOException {
    if (Files.exists(file)) {
      String kept = Files.readString(file).strip();
      if (!kept.isEmpty()) {
        return kept;
      }
    }
    write(file, fresh + System.lineSeparator());
    return fresh;
  }
}
