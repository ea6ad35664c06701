package dev.tillbridge.broker.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Forces the names in a folder to disk, as fsync on a file alone does not after a rename. */
final class ForcedName {

  private ForcedName() {}

  static void of(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      inFolder(folder);
    }
  }

  static void inFolder(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder)) {
      names.force(true);
    }
  }
}
