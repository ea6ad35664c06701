package dev.tillbridge.it.chain;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Where everything listens, on loopback. A link's port is the relay's: the program below connects
 * there, and the relay to the broker above.
 *
 * @param priceDesk the price-book admin's page
 * @param registers in the order of their ids; each is the neighbour of the one before it, the first
 *     of the last
 */
public record Ports(
    int hqWeb,
    int hqBroker,
    int storeBroker,
    int storeLink,
    int priceDesk,
    List<RegisterPorts> registers)
    implements Placement {

  private static final String LOOPBACK = "127.0.0.1";

  /** Below the range from which systems take ports for outgoing connections. */
  private static final int FREE_FROM = 20_000;

  private static final int FREE_TO = 32_000;
  private static final int PORTS_ABOVE = 5;
  private static final int PORTS_OF_A_REGISTER = 3;
  private static final int TRIES_MAX = 500;

  /** Given out by this JVM, whether anybody listens there yet or not. */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  public Ports {
    registers = List.copyOf(registers);
  }

  /**
   * @param web its page
   * @param link the relay to the store
   * @param broker where it takes copies from the register it is the neighbour of
   */
  public record RegisterPorts(int web, int link, int broker) {}

  /** A port, what it is for, and the option that changes it. */
  public record Use(int port, String purpose, String option) {

    @Override
    public String toString() {
      return "port %d (%s, changed with %s)".formatted(port, purpose, option);
    }
  }

  /** Ports for two registers that were free when asked and that no other call was given. */
  public static Ports free(RandomGenerator random) {
    return free(random, ChainFolder.REGISTERS.size());
  }

  /** Ports that were free when asked and that no other call was given. */
  public static Ports free(RandomGenerator random, int registers) {
    int count = PORTS_ABOVE + registers * PORTS_OF_A_REGISTER;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; found.size() < count && i < TRIES_MAX; i++) {
      int port = random.nextInt(FREE_FROM, FREE_TO);
      if (isFree(port) && GIVEN.add(port)) {
        found.add(port);
      }
    }
    if (found.size() < count) {
      throw new IllegalStateException(
          "No %d free ports between %d and %d.".formatted(count, FREE_FROM, FREE_TO));
    }
    List<RegisterPorts> own = new ArrayList<>();
    for (int i = PORTS_ABOVE; i < count; i += PORTS_OF_A_REGISTER) {
      own.add(new RegisterPorts(found.get(i), found.get(i + 1), found.get(i + 2)));
    }
    return new Ports(found.get(0), found.get(1), found.get(2), found.get(3), found.get(4), own);
  }

  /** Everything that will listen. */
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(hqWeb, "HQ's page", "--hq-port"));
    uses.add(new Use(priceDesk, "the price desk's page", "--price-port"));
    uses.add(new Use(hqBroker, "HQ's broker", "--broker-port"));
    uses.add(new Use(storeBroker, "the store server's broker", "--broker-port"));
    uses.add(new Use(storeLink, "the link from the store to HQ", "--broker-port"));
    for (int i = 0; i < registers.size(); i++) {
      RegisterPorts register = registers.get(i);
      String lane = ChainFolder.lane(ChainFolder.register(i));
      uses.add(new Use(register.web(), "the page of " + lane, "--register-port"));
      uses.add(new Use(register.link(), "the link from " + lane, "--broker-port"));
      uses.add(new Use(register.broker(), "the broker of " + lane, "--broker-port"));
    }
    return uses;
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
        Integer.toString(hqWeb),
        "pricebook.web.host",
        LOOPBACK,
        "pricebook.web.port",
        Integer.toString(priceDesk));
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
    int index = ChainFolder.indexOf(register);
    RegisterPorts own = registers.get(index);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("uplink.host", LOOPBACK);
    settings.put("uplink.port", Integer.toString(own.link()));
    settings.put("web.host", LOOPBACK);
    settings.put("web.port", Integer.toString(own.web()));
    if (registers.size() > 1) {
      int next = (index + 1) % registers.size();
      int before = (index + registers.size() - 1) % registers.size();
      settings.put("listen.host", LOOPBACK);
      settings.put("listen.port", Integer.toString(own.broker()));
      settings.put("neighbour.of", ChainFolder.lane(ChainFolder.register(before)));
      settings.put("neighbour.lane", ChainFolder.lane(ChainFolder.register(next)));
      settings.put("neighbour.host", LOOPBACK);
      settings.put("neighbour.port", Integer.toString(registers.get(next).broker()));
    }
    return settings;
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
