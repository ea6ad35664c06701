package dev.tillbridge.it.container;

import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.Placement;
import dev.tillbridge.it.chain.Provisioning;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.reconciliation.HqBooks;
import dev.tillbridge.it.reconciliation.PrintBooks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.Network;
import org.testcontainers.utility.DockerImageName;

/**
 * HQ, a store server and two registers as four hosts. HQ and the store share the wide-area network,
 * the store and its registers the shop's; a register and HQ meet on none. A clerk reaches the
 * register's screen from its desk, whatever the other networks do.
 */
final class Hosts implements AutoCloseable {

  private static final int HQ_BROKER = 61_616;
  private static final int STORE_BROKER = 61_617;
  private static final int STORE_FIGURES = 9_091;
  private static final int HQ_WEB = 8_080;
  private static final int REGISTER_WEB = 8_081;

  private final Network wan = isolated();
  private final Network shop = isolated();
  private final Network desk = Network.newNetwork();
  private final SignOns people;
  private final Host hq;
  private final Host store;
  private final List<Host> registers;

  /** Writes settings, secrets and people into the folder; {@link #start} does the rest. */
  Hosts(DockerImageName image, Path root) {
    ChainFolder folder = new ChainFolder(root);
    this.people = new Provisioning(folder, new ByName(), Duration.ZERO, new SecureRandom()).write();
    this.hq = new Host(image, "hq", "hq", folder.hqFolder(), wan);
    this.store = new Host(image, "store", "store", folder.storeFolder(), shop);
    this.registers =
        ChainFolder.REGISTERS.stream()
            .map(register ->
                new Host(
                    image,
                    "register-" + register,
                    "register",
                    folder.registerFolder(register),
                    desk,
                    REGISTER_WEB))
            .toList();
  }

  /** Starts all hosts at once, publishes the price book and returns when all are ready. */
  void start(String prices) throws IOException, InterruptedException {
    all().parallel().forEach(Host::start);
    store.join(wan);
    registers.forEach(register -> register.join(shop));
    hq.run("bash", "-c", "cat > /tmp/prices.csv <<'CSV'\n" + prices + "CSV");
    hq.run(
        "tillbridge",
        "pricebook",
        "publish",
        "/tmp/prices.csv",
        "--tax",
        "STANDARD=20",
        "--config",
        "/config/hq.properties");
  }

  SignOns people() {
    return people;
  }

  Network wan() {
    return wan;
  }

  Network shop() {
    return shop;
  }

  Host hq() {
    return hq;
  }

  Host store() {
    return store;
  }

  List<Host> registers() {
    return registers;
  }

  /** The registers' screens, in the order of {@link #registers()}. */
  List<URI> screens() {
    return registers.stream().map(register -> register.page(REGISTER_WEB)).toList();
  }

  /**
   * What HQ's database holds; it answers on HQ's own loopback only.
   *
   * @param entries how many journal entries to wait for
   */
  HqBooks books(int entries) throws IOException, InterruptedException {
    return PrintBooks.read(
        hq.run(
            "/opt/tillbridge/runtime/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            "/opt/tillbridge/app/*:/opt/tillbridge/lib/*",
            PrintBooks.class.getName(),
            "/data/postgres/connection.properties",
            Integer.toString(entries)));
  }

  /** Whether the store server has a link to HQ, by its own figures. */
  boolean storeHasItsLink() throws IOException, InterruptedException {
    String figures =
        store.run(
            "bash",
            "-c",
            "exec 3<>/dev/tcp/127.0.0.1/"
                + STORE_FIGURES
                + "; printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3");
    return figures
        .lines()
        .anyMatch(line -> line.startsWith("tillbridge_link_up") && line.endsWith(" 1.0"));
  }

  Stream<Host> all() {
    return Stream.concat(Stream.of(hq, store), registers.stream());
  }

  /** Without a way out, so that a published port can only be on the desk's. */
  private static Network isolated() {
    return Network.builder().createNetworkCmdModifier(create -> create.withInternal(true)).build();
  }

  @Override
  public void close() {
    all().parallel().forEach(Host::close);
    wan.close();
    shop.close();
    desk.close();
  }

  /** Each program on a host of its own, found by name; data in the image's volume. */
  private record ByName() implements Placement {

    @Override
    public Map<String, String> hq() {
      return Map.of(
          "data.dir", "/data",
          "listen.host", "0.0.0.0",
          "listen.port", Integer.toString(HQ_BROKER),
          "web.host", "0.0.0.0",
          "web.port", Integer.toString(HQ_WEB));
    }

    @Override
    public Map<String, String> store() {
      return Map.of(
          "data.dir",
          "/data",
          "listen.host",
          "0.0.0.0",
          "listen.port",
          Integer.toString(STORE_BROKER),
          "uplink.host",
          "hq",
          "uplink.port",
          Integer.toString(HQ_BROKER),
          "metrics.port",
          Integer.toString(STORE_FIGURES));
    }

    @Override
    public Map<String, String> register(String register) {
      return Map.of(
          "data.dir", "/data",
          "uplink.host", "store",
          "uplink.port", Integer.toString(STORE_BROKER),
          "web.host", "0.0.0.0",
          "web.port", Integer.toString(REGISTER_WEB),
          "devices.file", "");
    }
  }
}
