package dev.tillbridge.broker.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports to listen on, below those that systems take for outgoing connections. Each is given once,
 * so that a stopped broker finds its own again; where a test JVM begins to count comes from its
 * process, so that modules tested at the same time do not meet.
 */
public final class FreePort {

  private static final int FROM = 10_000;
  private static final int COUNT = 10_000;

  /** More than a module's tests ask for, and prime to the count. */
  private static final int APART = 373;

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() % COUNT * APART % COUNT));

  private FreePort() {}

  /** A port that nobody listens on and that was not given before. */
  public static int next() {
    for (int tried = 0; tried < COUNT; tried++) {
      int port = FROM + NEXT.getAndUpdate(last -> (last + 1) % COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "No free port from %d to %d.".formatted(FROM, FROM + COUNT - 1));
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
