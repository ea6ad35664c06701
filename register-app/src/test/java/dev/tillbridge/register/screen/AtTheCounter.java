package dev.tillbridge.register.screen;

import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A counter of its own for each test, with Ann signed on and the drawer open. */
abstract class AtTheCounter {

  /** Simulated devices are one set per lane and JVM. */
  static final AtomicInteger REGISTERS = new AtomicInteger();

  @TempDir Path folder;
  Counter counter;
  Till till;

  @BeforeEach
  void open() throws IOException {
    counter = new Counter(folder, new LaneId("S09", "R" + REGISTERS.incrementAndGet()), 0);
    till = Till.selling(counter.screen.url());
  }

  @AfterEach
  void close() {
    till.close();
    counter.close();
  }
}
