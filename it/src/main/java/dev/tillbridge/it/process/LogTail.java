package dev.tillbridge.it.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of a log that the current start wrote. */
final class LogTail {

  private static final int BYTES_MAX = 4 * 1024 * 1024;

  private LogTail() {}

  static String since(Path log, long start) {
    if (!Files.exists(log)) {
      return "";
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.clamp(file.length() - start, 0, BYTES_MAX)];
      file.seek(start);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the log " + log + ": " + e.getMessage(), e);
    }
  }

  static List<String> lastLines(Path log, long start, int count) {
    List<String> lines = since(log, start).lines().toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
