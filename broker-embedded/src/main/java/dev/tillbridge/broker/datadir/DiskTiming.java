package dev.tillbridge.broker.datadir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's buffer timeout, taken from the disk itself at first boot and remembered.
 *
 * <p>A stock journal makes every lone commit wait a full timer turn of 3.3 ms; a timeout of zero
 * never gathers writes, so each acknowledgement behind a bridge pays its own fdatasync. Near the
 * disk's own fdatasync time both are served.
 */
final class DiskTiming {

  static final Duration LOWEST = Duration.ofNanos(100_000);
  static final Duration HIGHEST = Duration.ofNanos(250_000);

  private static final Logger LOG = LoggerFactory.getLogger(DiskTiming.class);
  private static final String FILE = "disk.properties";
  private static final String KEY = "journal.timeout.ns";
  private static final int ROUNDS = 200;
  private static final int BLOCK_BYTES = 2_048;

  private DiskTiming() {}

  static Duration journalTimeout(Path root) throws IOException {
    Path file = root.resolve(FILE);
    if (Files.exists(file)) {
      String remembered = DurableProperties.read(file).get(KEY);
      if (remembered != null && remembered.matches("[0-9]{1,12}")) {
        return within(Duration.ofNanos(Long.parseLong(remembered)));
      }
    }
    Duration median = medianForcedWrite(root);
    Duration timeout = within(median);
    Properties values = new Properties();
    values.setProperty("fdatasync.median.ns", Long.toString(median.toNanos()));
    values.setProperty(KEY, Long.toString(timeout.toNanos()));
    DurableProperties.writeInPlace(file, values);
    LOG.info(
        "Disk of {}: a forced write of {} bytes takes {} us (median of {}); journal timeout {} us.",
        root,
        BLOCK_BYTES,
        median.toNanos() / 1_000,
        ROUNDS,
        timeout.toNanos() / 1_000);
    return timeout;
  }

  private static Duration within(Duration measured) {
    if (measured.compareTo(LOWEST) < 0) {
      return LOWEST;
    }
    return measured.compareTo(HIGHEST) > 0 ? HIGHEST : measured;
  }

  private static Duration medianForcedWrite(Path root) throws IOException {
    Path probe = root.resolve("disk-probe.tmp");
    long[] nanos = new long[ROUNDS];
    try (FileChannel channel =
        FileChannel.open(
            probe,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.allocate(ROUNDS * BLOCK_BYTES), 0);
      channel.force(true);
      ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        channel.write(block.clear(), (long) i * BLOCK_BYTES);
        channel.force(false);
        nanos[i] = System.nanoTime() - start;
      }
    } finally {
      Files.deleteIfExists(probe);
    }
    Arrays.sort(nanos);
    return Duration.ofNanos(nanos[ROUNDS / 2]);
  }
}
