package dev.tillbridge.register.shared;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what HQ tells again and again; while it cannot be read, what is known stays. */
public final class SharedReading implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SharedReading.class);
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int CLOSE_SECONDS_MAX = 3;

  private final SharedRecords records;
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("shared-records").daemon().factory());
  private boolean told;

  private SharedReading(SharedRecords records) {
    this.records = records;
  }

  public static SharedReading start(SharedRecords records) {
    SharedReading reading = new SharedReading(records);
    reading.reader.scheduleWithFixedDelay(
        reading::read, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    return reading;
  }

  private void read() {
    try {
      records.read();
      told = false;
    } catch (RuntimeException e) {
      if (!told) {
        log.info(
            "What HQ tells of other registers cannot be read: {} What is known here stays; it is tried every {} s.",
            e.getMessage(),
            EVERY.toSeconds());
      }
      told = true;
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
    try {
      var _ = reader.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
