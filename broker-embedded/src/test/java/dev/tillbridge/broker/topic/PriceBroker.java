package dev.tillbridge.broker.topic;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.FreePort;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.broker.node.Role;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A real broker node with the price topic, in the role HQ, which every user may reach. */
public final class PriceBroker implements AutoCloseable {

  private static final String LANE = "S01-R01";
  private static final String STORE = "S01";
  private static final String PUBLISHER = "publisher";

  private final NodeSettings settings;
  private final Endpoint endpoint;
  private final BrokerNode node;
  private boolean closed;

  private PriceBroker(NodeSettings settings, Endpoint endpoint) {
    this.settings = settings;
    this.endpoint = endpoint;
    this.node = BrokerNode.start(settings, Clock.systemUTC());
  }

  public static PriceBroker start(Path dir) throws IOException {
    return start(dir, FreePort.next());
  }

  public static PriceBroker start(Path dir, int port) throws IOException {
    Path secrets = Files.createDirectories(dir.resolve("secrets"));
    for (String user : List.of(LANE, STORE, PUBLISHER)) {
      Files.writeString(secrets.resolve(user + ".password"), "password of " + user);
    }
    Endpoint endpoint = new Endpoint("127.0.0.1", port);
    NodeSettings settings =
        new NodeSettings(
            Role.HQ,
            "HQ",
            dir.resolve("broker"),
            secrets,
            endpoint,
            null,
            List.of(LaneId.parse(LANE)),
            List.of(STORE));
    return new PriceBroker(settings, endpoint);
  }

  public BrokerAccess publisher() {
    return access(PUBLISHER);
  }

  public BrokerAccess store() {
    return access(STORE);
  }

  public BrokerAccess lane() {
    return access(LANE);
  }

  /** As the lane, through another port that leads here. */
  public BrokerAccess laneThrough(int port) {
    return BrokerAccess.tcp(new Endpoint("127.0.0.1", port), settings.credentials(LANE));
  }

  /** This process's own part, as a relay has it. */
  public BrokerAccess local() {
    return node.access();
  }

  public int port() {
    return endpoint.port();
  }

  private BrokerAccess access(String user) {
    Credentials credentials = settings.credentials(user);
    return BrokerAccess.tcp(endpoint, credentials);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      node.close();
    }
  }
}
