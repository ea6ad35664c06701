package dev.tillbridge.devices.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The paper as a text file, line by line as printed, so that another process can read it.
 *
 * <p>At {@value #BYTES_MAX} bytes it becomes {@code printer.log.1}, replacing the one before.
 */
final class PaperLog {

  static final String CUT = "- - - - - - - - - - - cut - - - - - - - - -";
  static final long BYTES_MAX = 8L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(PaperLog.class);

  private final Path file;
  private boolean complained;

  PaperLog(Path folder) {
    this.file = folder.resolve("printer.log");
  }

  void line(String line) {
    append(line);
  }

  void cut() {
    append(CUT);
  }

  private void append(String line) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file) && Files.size(file) >= BYTES_MAX) {
        Files.move(file, file.resolveSibling("printer.log.1"), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      if (!complained) {
        complained = true;
        LOG.warn(
            "{} cannot be written ({}); printing goes on without it. Check the folder and its disk.",
            file,
            e.toString());
      }
    }
  }
}
