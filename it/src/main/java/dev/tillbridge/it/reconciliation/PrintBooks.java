package dev.tillbridge.it.reconciliation;

import dev.tillbridge.broker.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Prints HQ's books as JSON, for a reader on another machine: HQ's own PostgreSQL answers on HQ's
 * loopback only. The arguments are HQ's connection.properties and how many entries to wait for.
 */
public final class PrintBooks {

  private static final Duration WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private PrintBooks() {}

  /** Prints what is there when the wait is over, be it enough or not. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    HqDatabase database = new HqDatabase(Path.of(arguments[0]));
    long expected = Long.parseLong(arguments[1]);
    long deadline = System.nanoTime() + WAIT_MAX.toNanos();
    while (database.entryCount() < expected && System.nanoTime() < deadline) {
      Thread.sleep(LOOK_EVERY);
    }
    System.out.println(Wire.JSON.writeValueAsString(database.read()));
  }

  /** What {@link #main} printed. */
  public static HqBooks read(String json) {
    return Wire.JSON.readValue(json, HqBooks.class);
  }
}
