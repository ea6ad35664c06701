package dev.tillbridge.it.reconciliation;

import dev.tillbridge.broker.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Prints HQ's books as JSON, for a reader on another machine: HQ's own PostgreSQL answers on HQ's
 * loopback only.
 */
public final class PrintBooks {

  private PrintBooks() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    System.out.println(Wire.JSON.writeValueAsString(new HqDatabase(Path.of(arguments[0])).read()));
  }

  /** What {@link #main} printed. */
  public static HqBooks read(String json) {
    return Wire.JSON.readValue(json, HqBooks.class);
  }
}
