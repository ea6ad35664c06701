package dev.tillbridge.it.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Where everything listens, on loopback. A link's port is the relay's: the program below connects
 * there, and the relay to the broker above.
 */
public record Ports(
    int hqWeb,
    int firstRegisterWeb,
    int secondRegisterWeb,
    int hqBroker,
    int storeBroker,
    int storeLink,
    int firstRegisterLink,
    int secondRegisterLink)
    implements Placement {

  private static final String LOOPBACK = "127.0.0.1";

  /** Below the range from which systems take ports for outgoing connections. */
  private static final int FREE_FROM = 20_000;

  private static final int FREE_TO = 32_000;
  private static final int COUNT = 8;
  private static final int TRIES_MAX = 500;

  /** A port, what it is for, and the option that changes it. */
  public record Use(int port, String purpose, String option) {

    @Override
    public String toString() {
      return "port %d (%s, changed with %s)".formatted(port, purpose, option);
    }
  }

  /** Eight ports that were free when asked. */
  public static Ports free(RandomGenerator random) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; found.size() < COUNT && i < TRIES_MAX; i++) {
      int port = random.nextInt(FREE_FROM, FREE_TO);
      if (!found.contains(port) && isFree(port)) {
        found.add(port);
      }
    }
    if (found.size() < COUNT) {
      throw new IllegalStateException(
          "No %d free ports between %d and %d.".formatted(COUNT, FREE_FROM, FREE_TO));
    }
    return new Ports(
        found.get(0),
        found.get(1),
        found.get(2),
        found.get(3),
        found.get(4),
        found.get(5),
        found.get(6),
        found.get(7));
  }

  /** Everything that will listen. */
  public List<Use> uses() {
    return List.of(
        new Use(hqWeb, "HQ's page", "--hq-port"),
        new Use(firstRegisterWeb, "the first register's page", "--register-port"),
        new Use(secondRegisterWeb, "the second register's page", "--register-port"),
        new Use(hqBroker, "HQ's broker", "--broker-port"),
        new Use(storeBroker, "the store server's broker", "--broker-port"),
        new Use(storeLink, "the link from the store to HQ", "--broker-port"),
        new Use(firstRegisterLink, "the link from the first register", "--broker-port"),
        new Use(secondRegisterLink, "the link from the second register", "--broker-port"));
  }

  /** The first that somebody else has, or that is given twice. */
  public Optional<Use> taken() {
    List<Integer> seen = new ArrayList<>();
    for (Use use : uses()) {
      if (seen.contains(use.port()) || !isFree(use.port())) {
        return Optional.of(use);
      }
      seen.add(use.port());
    }
    return Optional.empty();
  }

  @Override
  public Map<String, String> hq() {
    return Map.of(
        "listen.host",
        LOOPBACK,
        "listen.port",
        Integer.toString(hqBroker),
        "web.host",
        LOOPBACK,
        "web.port",
        Integer.toString(hqWeb));
  }

  @Override
  public Map<String, String> store() {
    return Map.of(
        "listen.host",
        LOOPBACK,
        "listen.port",
        Integer.toString(storeBroker),
        "uplink.host",
        LOOPBACK,
        "uplink.port",
        Integer.toString(storeLink));
  }

  @Override
  public Map<String, String> register(String register) {
    boolean first = register.equals(ChainFolder.REGISTERS.getFirst());
    return Map.of(
        "uplink.host",
        LOOPBACK,
        "uplink.port",
        Integer.toString(first ? firstRegisterLink : secondRegisterLink),
        "web.host",
        LOOPBACK,
        "web.port",
        Integer.toString(first ? firstRegisterWeb : secondRegisterWeb));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
