package dev.tillbridge.hq.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes secrets so that only this user can read them, and never half of one. */
final class OwnerOnlyFile {

  private OwnerOnlyFile() {}

  static void write(Path file, String content) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Path draft =
        Files.createTempFile(
            parent,
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
