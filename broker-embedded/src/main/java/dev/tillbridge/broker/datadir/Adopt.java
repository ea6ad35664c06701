package dev.tillbridge.broker.datadir;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.nio.file.Path;

/** {@code ./tillbridge adopt DATA-DIR}: the moved directory's original is gone for good. */
public final class Adopt {

  private Adopt() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println(
          "Usage: ./tillbridge adopt DATA-DIR\nOnly when the original directory is gone for good:"
              + " two lives under one identity number different tickets alike.");
      System.exit(2);
    }
    try {
      Identity.adopt(Path.of(args[0]));
      System.out.println("Adopted " + args[0] + ". It can be started here now.");
    } catch (InvalidSetting e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
