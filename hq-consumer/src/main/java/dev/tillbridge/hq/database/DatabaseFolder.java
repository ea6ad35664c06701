package dev.tillbridge.hq.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the server that HQ runs itself: {@code binaries}, {@code data}, {@code password},
 * {@code complete} and {@code connection.properties}.
 */
record DatabaseFolder(Path root) {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFolder.class);
  private static final int PASSWORD_BYTES = 24;

  Path binaries() {
    return root.resolve("binaries");
  }

  Path data() {
    return root.resolve("data");
  }

  Path connectionProperties() {
    return root.resolve("connection.properties");
  }

  /** Held by the process that runs the server. */
  Path lock() {
    return data().resolve("epg-lock");
  }

  /** Written by the server while it runs; its pid is the first line. */
  Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  /**
   * The server that runs on this folder.
   *
   * @throws IOException when there is none
   */
  ProcessHandle serverProcess() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst().strip());
    return ProcessHandle.of(pid)
        .orElseThrow(() -> new IOException("PostgreSQL (pid " + pid + ") is gone already"));
  }

  /** Written when the first start went through: from then on {@code data} holds books. */
  private Path complete() {
    return root.resolve("complete");
  }

  void markComplete() throws IOException {
    Files.writeString(complete(), "The folder data holds the books. Do not delete it.\n");
  }

  /** Puts aside what a first start left unfinished when it was killed. */
  void setAsideUnfinished(long now) throws IOException {
    Files.createDirectories(root);
    if (Files.exists(data()) && !Files.exists(complete())) {
      Path aside = root.resolve("data-unfinished-" + now);
      Files.move(data(), aside);
      LOG.warn("The first start was not finished; its data is put aside as {}.", aside);
    }
    if (Files.isDirectory(binaries())) {
      try (Stream<Path> unpacked = Files.list(binaries())) {
        for (Path version : unpacked.toList()) {
          if (!Files.exists(version.resolve(".exists"))) {
            deleteTree(version);
          }
        }
      }
    }
  }

  /** The superuser's password, made at the first start. */
  String password(SecureRandom random) throws IOException {
    Path file = root.resolve("password");
    if (!Files.exists(file)) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      random.nextBytes(bytes);
      OwnerOnlyFile.write(file, HexFormat.of().formatHex(bytes));
    }
    return Files.readString(file).strip();
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted((a, b) -> b.compareTo(a))
          .forEach(path -> {
            try {
              Files.delete(path);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }
}
