package dev.tillbridge.broker.neighbour;

import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.neighbour.Neighbourhood.Keeper;
import dev.tillbridge.broker.node.FreePort;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.broker.node.TestChain;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain whose lane S01-R01 has the neighbour S01-R02. */
record NeighbourChain(TestChain chain, int neighbourPort) {

  static final LaneId LANE = LaneId.parse("S01-R01");
  static final LaneId NEIGHBOUR = LaneId.parse("S01-R02");

  static NeighbourChain in(Path root) throws IOException {
    TestChain chain = TestChain.in(root);
    Path secrets = root.resolve("secrets");
    Files.writeString(secrets.resolve("S01-R02.password"), "test-S01-R02");
    Files.writeString(secrets.resolve("S01-R01.neighbour.password"), "test-neighbour");
    return new NeighbourChain(chain, FreePort.next());
  }

  NodeSettings lane() {
    return lane(neighbourPort);
  }

  NodeSettings lane(int port) {
    return register(
        LANE,
        null,
        new Neighbourhood(new Keeper(NEIGHBOUR, new Endpoint("127.0.0.1", port)), List.of(), 1));
  }

  NodeSettings neighbour() {
    return neighbour(32L << 20);
  }

  NodeSettings neighbour(long copiesMax) {
    return register(
        NEIGHBOUR,
        new Endpoint("127.0.0.1", neighbourPort),
        new Neighbourhood(null, List.of(LANE), copiesMax));
  }

  private NodeSettings register(
      LaneId lane, @Nullable Endpoint listen, Neighbourhood neighbourhood) {
    NodeSettings plain = chain.register();
    return new NodeSettings(
            Role.REGISTER,
            lane.toString(),
            chain.root().resolve(lane.toString()),
            plain.secretsDir(),
            null,
            plain.uplink(),
            List.of(lane),
            List.of())
        .with(neighbourhood, listen);
  }

  NodeSettings store() {
    NodeSettings plain = chain.store();
    return new NodeSettings(
        Role.STORE,
        plain.name(),
        plain.dataDir(),
        plain.secretsDir(),
        plain.listen(),
        plain.uplink(),
        List.of(LANE, NEIGHBOUR),
        List.of());
  }

  /** The neighbour's settings as a file, for the recover command. */
  Path neighbourFile() throws IOException {
    return Files.writeString(
        chain.root().resolve("neighbour.properties"),
        """
        store.id = S01
        register.id = R02
        data.dir = S01-R02
        neighbour.of = S01-R01
        listen.port = %d
        """
            .formatted(neighbourPort));
  }
}
