package dev.tillbridge.broker.datadir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Small property files that are on disk, with their folder, when a write returns. */
final class DurableProperties {

  private DurableProperties() {}

  static Map<String, String> read(Path file) throws IOException {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    }
    Map<String, String> read = new HashMap<>();
    values.stringPropertyNames().forEach(key -> read.put(key, values.getProperty(key)));
    return read;
  }

  /** Keeps the file's inode. */
  static void writeInPlace(Path file, Properties values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    values.store(bytes, null);
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
      while (content.hasRemaining()) {
        out.write(content);
      }
      out.force(true);
    }
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }
}
