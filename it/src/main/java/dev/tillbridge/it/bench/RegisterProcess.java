package dev.tillbridge.it.bench;

import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.process.Program;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * A register's process seen from outside. Whoever waits for it looks in a way that leaves it the
 * processor: until its port is open by a bare connection, then over one that is kept.
 */
record RegisterProcess(Program program, URI page) {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);
  private static final int CONNECT_MILLIS = 200;
  private static final double KIB_PER_MIB = 1024;

  /** Nanoseconds from the start of its process until its lane is as awaited. */
  long start(Predicate<LaneState> ready) {
    long start = System.nanoTime();
    program.launch();
    await(ready);
    long nanos = System.nanoTime() - start;
    program.awaitReady(LONGEST);
    return nanos;
  }

  void await(Predicate<LaneState> ready) {
    Waiting.until("the register's port is open", LONGEST, LOOK_EVERY, this::listens);
    try (Register lane = new Register(page)) {
      Waiting.until("the register is ready", LONGEST, LOOK_EVERY, () -> is(lane, ready));
    }
  }

  private static boolean is(Register lane, Predicate<LaneState> ready) {
    try {
      return ready.test(lane.state());
    } catch (LaneGone e) {
      return false;
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(page.getHost(), page.getPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What it holds of the machine's memory now. */
  double residentMib() throws IOException {
    long pid = program.handle().orElseThrow().pid();
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .sum()
        / KIB_PER_MIB;
  }
}
