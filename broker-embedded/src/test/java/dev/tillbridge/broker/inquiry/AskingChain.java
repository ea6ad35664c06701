package dev.tillbridge.broker.inquiry;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import dev.tillbridge.broker.neighbour.Neighbourhood.Keeper;
import dev.tillbridge.broker.node.FreePort;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** HQ, a store server and two lanes that keep copies for each other; and a lane right at HQ. */
record AskingChain(Path root, int hqPort, int storePort, int firstPort, int secondPort) {

  static final LaneId FIRST = LaneId.parse("S01-R01");
  static final LaneId SECOND = LaneId.parse("S01-R02");
  static final LaneId AT_HQ = LaneId.parse("S02-R01");

  static AskingChain in(Path root) throws IOException {
    Path secrets = Files.createDirectories(root.resolve("secrets"));
    for (String user :
        List.of(
            "S01-R01",
            "S01-R02",
            "S02-R01",
            "S01",
            "publisher",
            "S01-R01.neighbour",
            "S01-R02.neighbour")) {
      Files.writeString(secrets.resolve(user + ".password"), "test-" + user);
    }
    return new AskingChain(
        root, FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next());
  }

  NodeSettings hq() {
    return node(Role.HQ, "HQ", hqPort, 0, List.of(AT_HQ), List.of("S01"));
  }

  NodeSettings store() {
    return node(Role.STORE, "S01", storePort, hqPort, List.of(FIRST, SECOND), List.of());
  }

  NodeSettings register(LaneId lane) {
    boolean first = lane.equals(FIRST);
    LaneId other = first ? SECOND : FIRST;
    return node(
            Role.REGISTER,
            lane.toString(),
            0,
            lane.equals(AT_HQ) ? hqPort : storePort,
            List.of(lane),
            List.of())
        .with(
            new Neighbourhood(
                new Keeper(other, at(first ? secondPort : firstPort)), List.of(other), 32L << 20),
            at(first ? firstPort : secondPort));
  }

  /** As somebody at the store's broker. */
  BrokerAccess atStore(String user) {
    return BrokerAccess.tcp(at(storePort), new Credentials(user, "test-" + user));
  }

  /** As somebody at HQ's broker. */
  BrokerAccess atHq(String user) {
    return BrokerAccess.tcp(at(hqPort), new Credentials(user, "test-" + user));
  }

  private NodeSettings node(
      Role role, String name, int listen, int uplink, List<LaneId> lanes, List<String> stores) {
    return new NodeSettings(
        role,
        name,
        root.resolve(name),
        root.resolve("secrets"),
        orNull(listen),
        orNull(uplink),
        lanes,
        stores);
  }

  private static @Nullable Endpoint orNull(int port) {
    return port == 0 ? null : at(port);
  }

  private static Endpoint at(int port) {
    return new Endpoint("127.0.0.1", port);
  }
}
