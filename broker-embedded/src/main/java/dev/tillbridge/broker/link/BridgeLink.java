package dev.tillbridge.broker.link;

import dev.tillbridge.broker.access.Endpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.cluster.Bridge;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The link as the core bridge sees it, looked at ten times a second. */
public final class BridgeLink implements Link, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BridgeLink.class);
  private static final long LOOK_EVERY_MS = 100;

  private final ActiveMQServer server;
  private final String bridgeName;
  private final Endpoint peer;
  private final String who;
  private final Clock clock;
  private final List<Consumer<LinkStatus>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("link-watch").factory());
  private volatile boolean up;
  private volatile Instant since;

  private BridgeLink(
      ActiveMQServer server, String bridgeName, Endpoint peer, String who, Clock clock) {
    this.server = server;
    this.bridgeName = bridgeName;
    this.peer = peer;
    this.who = who;
    this.clock = clock;
    this.since = clock.instant();
  }

  /**
   * Starts to watch the bridge of this name.
   *
   * @param who the peer is, for the log
   */
  public static BridgeLink watch(
      ActiveMQServer server, String bridgeName, Endpoint peer, String who, Clock clock) {
    BridgeLink link = new BridgeLink(server, bridgeName, peer, who, clock);
    var unused =
        link.watch.scheduleWithFixedDelay(link::look, 0, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    return link;
  }

  @Override
  public LinkStatus status() {
    Bridge bridge = bridge();
    long waiting = bridge == null ? 0 : bridge.getQueue().getMessageCount();
    return new LinkStatus(up, since, peer.toString(), waiting);
  }

  @Override
  public void onChange(Consumer<LinkStatus> listener) {
    listeners.add(listener);
  }

  private void look() {
    try {
      Bridge bridge = bridge();
      boolean connected = bridge != null && bridge.isConnected();
      if (connected != up) {
        up = connected;
        since = clock.instant();
        tell(status());
      }
    } catch (RuntimeException e) {
      LOG.warn("The link to {} could not be looked at: {}. Looking again.", who, e.toString());
    }
  }

  private void tell(LinkStatus status) {
    if (status.up()) {
      LOG.info("Link to {} is up, {} waiting.", who, status.waiting());
    } else {
      LOG.warn(
          "Link to {} is down, {} waiting on this disk. Connecting again by itself; nothing to do.",
          who,
          status.waiting());
    }
    listeners.forEach(listener -> listener.accept(status));
  }

  private @Nullable Bridge bridge() {
    var clusterManager = server.getClusterManager();
    return clusterManager == null ? null : clusterManager.getBridges().get(bridgeName);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
