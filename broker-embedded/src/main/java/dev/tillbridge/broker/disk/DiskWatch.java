package dev.tillbridge.broker.disk;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.model.delivery.DiskStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the disk each second and writes one line when its level changes. */
public final class DiskWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
  private static final Duration MEASURED_EVERY = Duration.ofSeconds(1);
  private static final long MIB = 1024L * 1024;

  private final Path folder;
  private final DiskLimits limits;
  private final LongSupplier freeBytes;
  private final PollLoop loop;
  private volatile DiskStatus status;
  private boolean unreadable;

  private DiskWatch(Path folder, DiskLimits limits, LongSupplier freeBytes) {
    this.folder = folder;
    this.limits = limits;
    this.freeBytes = freeBytes;
    this.status = limits.at(Long.MAX_VALUE);
    measure();
    this.loop = PollLoop.start("disk-watch", MEASURED_EVERY, this::measure, this::failed);
  }

  /**
   * Measures once and starts to watch.
   *
   * @throws IOException when the folder's disk cannot be measured
   */
  public static DiskWatch start(Path folder, DiskLimits limits) throws IOException {
    FileStore store = Files.getFileStore(folder);
    return start(folder, limits, () -> usable(store));
  }

  /** Watches a measure of the caller's own. */
  static DiskWatch start(Path folder, DiskLimits limits, LongSupplier freeBytes) {
    return new DiskWatch(folder, limits, freeBytes);
  }

  private static long usable(FileStore store) {
    try {
      return store.getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As measured within the last second or so. Any thread may ask. */
  public DiskStatus status() {
    return status;
  }

  private void measure() {
    DiskStatus before = status;
    DiskStatus now = limits.at(freeBytes.getAsLong());
    status = now;
    unreadable = false;
    if (now.level() != before.level()) {
      tell(now);
    }
  }

  private void tell(DiskStatus now) {
    long free = now.freeBytes() / MIB;
    switch (now.level()) {
      case AMPLE -> LOG.info("Disk of {}: {} MiB free, enough again.", folder, free);
      case LOW ->
          LOG.warn(
              "Disk of {}: {} MiB free, warned of from {} (disk.warn.mib). Everything still works."
                  + " Make room before {} are left.",
              folder,
              free,
              limits.warnBytes() / MIB,
              limits.stopBytes() / MIB);
      case FULL ->
          LOG.error(
              "Disk of {}: {} MiB free, {} are the least to go on with (disk.stop.mib). A register"
                  + " begins no new ticket; below {} MiB the broker stores nothing more. Free space"
                  + " on this disk; work goes on by itself.",
              folder,
              free,
              limits.stopBytes() / MIB,
              limits.reserveBytes() / MIB);
    }
  }

  private void failed(RuntimeException problem) {
    if (!unreadable) {
      unreadable = true;
      LOG.error(
          "Disk of {} cannot be measured: {}. The last measure counts, {} MiB free; measuring"
              + " again every second.",
          folder,
          problem.getMessage(),
          status.freeBytes() / MIB);
    }
  }

  @Override
  public void close() {
    loop.close();
  }
}
