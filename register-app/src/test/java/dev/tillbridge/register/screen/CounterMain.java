package dev.tillbridge.register.screen;

import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Serves a counter for looking at its screen: operator ann, PIN 1111. Arguments: the port, and
 * {@code offline} for a cut link.
 */
final class CounterMain {

  private CounterMain() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("counter");
    Counter counter = new Counter(folder, LaneId.parse("S01-R01"), Integer.parseInt(arguments[0]));
    if (arguments.length > 1) {
      counter.link.set(false, Instant.now().minus(Duration.ofSeconds(252)), 37);
    }
    System.out.println("READY register " + counter.screen.url());
    Thread.currentThread().join();
  }
}
