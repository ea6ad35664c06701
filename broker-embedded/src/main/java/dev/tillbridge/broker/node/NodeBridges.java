package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.BridgeConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;

/** The bridges of a node, upwards and to its neighbour: what they carry, and how they try again. */
final class NodeBridges {

  static final String UPLINK = "uplink";
  static final String NEIGHBOUR = "neighbour";

  /** Entries on their way to the neighbour that it has not made room for. */
  static final int NEIGHBOUR_WINDOW_BYTES = 1024 * 1024;

  static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  /**
   * A client looks once in this time whether anything was received since it last looked, so a
   * silent cut is noticed after at most twice this time and a check period: within 3 s.
   */
  static final Duration CONNECTION_TTL = Duration.ofMillis(1_200);

  static final Duration CHECK_PERIOD = Duration.ofMillis(400);
  static final Duration RETRY_INTERVAL = Duration.ofMillis(400);

  /**
   * The bridge calls only while it connects; an attempt that meets silence holds up the next one
   * for this long after the link is back.
   */
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(1);

  static final Duration PENDING_ACK_TIMEOUT = Duration.ofSeconds(2);

  private NodeBridges() {}

  /** Adds those the settings name, and their connectors. */
  static void addTo(Configuration configuration, NodeSettings settings) throws Exception {
    Endpoint uplink = settings.uplink();
    if (uplink != null) {
      add(configuration, uplink, upwards(settings));
    }
    Neighbourhood.Keeper keeper = settings.neighbourhood().keeper();
    if (keeper != null) {
      add(configuration, keeper.endpoint(), toNeighbour(settings));
    }
  }

  private static BridgeConfiguration upwards(NodeSettings settings) {
    BridgeConfiguration bridge = bridge(UPLINK, settings.uplinkCredentials());
    return settings.role() == Role.REGISTER
        ? bridge
            .setQueueName(Addresses.JOURNAL_FORWARD)
            .setForwardingAddress(Addresses.ticketsOf(settings.lane()))
        : bridge
            .setQueueName(Addresses.TICKETS)
            .setForwardingAddress(Addresses.ticketsOfStore(settings.name()));
  }

  private static BridgeConfiguration toNeighbour(NodeSettings settings) {
    return bridge(NEIGHBOUR, settings.neighbourCredentials(settings.lane()))
        .setQueueName(Addresses.JOURNAL_NEIGHBOUR)
        .setForwardingAddress(Addresses.keptFor(settings.lane()))
        .setProducerWindowSize(NEIGHBOUR_WINDOW_BYTES);
  }

  private static BridgeConfiguration bridge(String name, Credentials user) {
    return new BridgeConfiguration()
        .setName(name)
        .setStaticConnectors(List.of(name))
        .setUser(user.user())
        .setPassword(user.password())
        .setUseDuplicateDetection(true)
        .setConcurrency(1)
        .setRoutingType(ComponentConfigurationRoutingType.ANYCAST)
        .setConnectionTTL(CONNECTION_TTL.toMillis())
        .setClientFailureCheckPeriod(CHECK_PERIOD.toMillis())
        .setCallTimeout(CALL_TIMEOUT.toMillis())
        .setRetryInterval(RETRY_INTERVAL.toMillis())
        .setRetryIntervalMultiplier(1)
        .setMaxRetryInterval(RETRY_INTERVAL.toMillis())
        .setInitialConnectAttempts(-1)
        .setReconnectAttempts(-1)
        .setReconnectAttemptsOnSameNode(0)
        .setPendingAckTimeout(PENDING_ACK_TIMEOUT.toMillis());
  }

  private static void add(Configuration configuration, Endpoint peer, BridgeConfiguration bridge)
      throws Exception {
    configuration.addConnectorConfiguration(
        bridge.getName(),
        new TransportConfiguration(
            NettyConnectorFactory.class.getName(),
            Map.of(
                TransportConstants.HOST_PROP_NAME, peer.host(),
                TransportConstants.PORT_PROP_NAME, peer.port(),
                TransportConstants.NETTY_CONNECT_TIMEOUT, (int) CONNECT_TIMEOUT.toMillis()),
            bridge.getName()));
    configuration.getBridgeConfigurations().add(bridge);
  }
}
