package dev.tillbridge.it.bench;

import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Settings of a register and the store server above it, below one folder. */
record BenchChain(Path root, int storePort) {

  static final LaneId LANE = LaneId.parse("S01-R01");

  static BenchChain in(Path root) throws IOException {
    Path secrets = Files.createDirectories(root.resolve("secrets"));
    Files.writeString(secrets.resolve(LANE + ".password"), "bench");
    Files.writeString(secrets.resolve("S01.password"), "bench");
    return new BenchChain(root, freePort());
  }

  /** The register, with its uplink at this port. */
  NodeSettings register(int uplinkPort) {
    return new NodeSettings(
        Role.REGISTER,
        LANE.toString(),
        root.resolve("register"),
        root.resolve("secrets"),
        null,
        new Endpoint("127.0.0.1", uplinkPort),
        List.of(LANE),
        List.of());
  }

  /** The store server, with nothing above it. */
  NodeSettings store() {
    return new NodeSettings(
        Role.STORE,
        "S01",
        root.resolve("store"),
        root.resolve("secrets"),
        new Endpoint("127.0.0.1", storePort),
        null,
        List.of(LANE),
        List.of());
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
