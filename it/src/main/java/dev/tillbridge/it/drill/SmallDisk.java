package dev.tillbridge.it.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A register's own file system, which can be filled without writing to the machine's disk. */
final class SmallDisk {

  /** Left when it is full: below the register's limit for new tickets, above its reserve. */
  static final long LEFT_BYTES = 260L * 1024 * 1024;

  private static final long COMMAND_WAIT_MAX_S = 60;

  private final Path root;
  private final Path ballast;

  SmallDisk(Path root) {
    this.root = root;
    this.ballast = root.resolve("ballast");
  }

  /** Takes all room but {@link #LEFT_BYTES}. */
  void fill(long blockBytes) throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    long bytes = (free - LEFT_BYTES) / blockBytes * blockBytes;
    if (bytes > 0) {
      run("fallocate", "-l", Long.toString(bytes), ballast.toString());
    }
  }

  void makeRoom() throws IOException {
    Files.deleteIfExists(ballast);
  }

  private static void run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      String said = new String(process.getInputStream().readAllBytes()).strip();
      if (!process.waitFor(COMMAND_WAIT_MAX_S, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + " failed: " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while filling a disk.", e);
    }
  }
}
