package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.delivery.DeliverySettings;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Settings of a register, its store server and HQ under one folder. */
public record TestChain(Path root, LaneId lane, int storePort, int hqPort) {

  public static TestChain in(Path root) throws IOException {
    Path secrets = Files.createDirectories(root.resolve("secrets"));
    for (String user : List.of("S01-R01", "S01", "publisher")) {
      Files.writeString(secrets.resolve(user + ".password"), "test-" + user);
    }
    return new TestChain(root, LaneId.parse("S01-R01"), FreePort.next(), FreePort.next());
  }

  public NodeSettings register() {
    return new NodeSettings(
        Role.REGISTER,
        lane.toString(),
        root.resolve("register"),
        root.resolve("secrets"),
        null,
        new Endpoint("127.0.0.1", storePort),
        List.of(lane),
        List.of());
  }

  /** A register that delivers this way. */
  public NodeSettings register(DeliverySettings delivery) {
    NodeSettings standard = register();
    return new NodeSettings(
        standard.role(),
        standard.name(),
        standard.dataDir(),
        standard.secretsDir(),
        standard.listen(),
        standard.uplink(),
        standard.lanes(),
        standard.stores(),
        standard.disk(),
        delivery,
        Neighbourhood.NONE);
  }

  public NodeSettings store() {
    return new NodeSettings(
        Role.STORE,
        "S01",
        root.resolve("store"),
        root.resolve("secrets"),
        new Endpoint("127.0.0.1", storePort),
        new Endpoint("127.0.0.1", hqPort),
        List.of(lane),
        List.of());
  }

  public NodeSettings hq() {
    return new NodeSettings(
        Role.HQ,
        "HQ",
        root.resolve("hq"),
        root.resolve("secrets"),
        new Endpoint("127.0.0.1", hqPort),
        null,
        List.of(),
        List.of("S01"));
  }
}
