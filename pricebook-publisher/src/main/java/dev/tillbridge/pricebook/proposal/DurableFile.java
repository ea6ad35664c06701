package dev.tillbridge.pricebook.proposal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Files that are there whole or not at all after a power cut. */
final class DurableFile {

  private DurableFile() {}

  interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** Writes a new file and forces it to disk. */
  static void write(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out =
          new BufferedOutputStream(Channels.newOutputStream(channel)) {
            @Override
            public void close() throws IOException {
              flush(); // the channel is closed after it was forced
            }
          };
      content.to(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Puts a new content in the place of the old one at once. */
  static void replace(Path file, Content content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    write(next, content);
    rename(next, file);
  }

  /** Renames at once, and keeps the name through a power cut. */
  static void rename(Path from, Path to) throws IOException {
    force(from);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    force(Objects.requireNonNull(to.getParent()));
  }

  private static void force(Path fileOrFolder) throws IOException {
    try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
