package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.delivery.DeliveryParts.NeighbourHealth;
import dev.tillbridge.broker.link.BridgeLink;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.neighbour.ConfirmedCopies;
import dev.tillbridge.broker.neighbour.Copies;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import dev.tillbridge.model.identity.LaneId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/** What a node does as somebody's neighbour, and for its own. Nothing, when there are none. */
final class NeighbourSide implements AutoCloseable {

  private final ActiveMQServer server;
  private final NodeSettings settings;
  private final @Nullable BridgeLink link;
  private @Nullable BrokerAccess above;
  private @Nullable ConfirmedCopies confirmed;

  private NeighbourSide(ActiveMQServer server, NodeSettings settings, @Nullable BridgeLink link) {
    this.server = server;
    this.settings = settings;
    this.link = link;
  }

  static NeighbourSide start(
      NodeSettings settings, ActiveMQServer server, BrokerAccess own, Clock clock)
      throws Exception {
    NeighbourSide side = new NeighbourSide(server, settings, link(settings, server, clock));
    if (settings.role() == Role.REGISTER) {
      side.removeUnusedQueue();
      side.dropConfirmed(own);
    }
    return side;
  }

  private static @Nullable BridgeLink link(
      NodeSettings settings, ActiveMQServer server, Clock clock) {
    Neighbourhood.Keeper keeper = settings.neighbourhood().keeper();
    return keeper == null
        ? null
        : BridgeLink.watch(
            server,
            NodeBridges.NEIGHBOUR,
            keeper.endpoint(),
            "neighbour " + keeper.lane() + " at " + keeper.endpoint(),
            clock);
  }

  /** With the setting gone nobody would ever fetch from it. */
  private void removeUnusedQueue() throws Exception {
    SimpleString name = SimpleString.of(Addresses.JOURNAL_NEIGHBOUR);
    if (settings.neighbourhood().keeper() == null && server.locateQueue(name) != null) {
      server.destroyQueue(name);
    }
  }

  private void dropConfirmed(BrokerAccess own) {
    Endpoint uplink = settings.uplink();
    if (uplink != null && !copies().isEmpty()) {
      above = BrokerAccess.tcp(uplink, settings.uplinkCredentials());
      confirmed = ConfirmedCopies.start(above, own, this::copies);
    }
  }

  /** The queues of copies there are, also of lanes that are no longer named. */
  private Collection<Copies> copies() {
    return server
        .getPostOffice()
        .getAllBindings()
        .filter(QueueBinding.class::isInstance)
        .map(binding -> ((QueueBinding) binding).getQueue())
        .flatMap(queue -> copiesIn(queue).stream())
        .toList();
  }

  private List<Copies> copiesIn(Queue queue) {
    String name = queue.getName().toString();
    Optional<LaneId> lane =
        name.equals(Addresses.JOURNAL_NEIGHBOUR)
            ? Optional.of(settings.lane())
            : Addresses.laneOfKept(name);
    return lane
        .map(of -> new Copies(of, name, queue.getMessageCount(), queue.getMessagesAdded()))
        .stream()
        .toList();
  }

  Optional<Link> link() {
    return Optional.ofNullable(link);
  }

  NeighbourHealth health() {
    Neighbourhood.Keeper keeper = settings.neighbourhood().keeper();
    return keeper == null || link == null
        ? NeighbourHealth.NONE
        : new NeighbourHealth(keeper.lane().toString(), link.status().waiting());
  }

  long keptCopies() {
    return copies().stream()
        .filter(queue -> !queue.queue().equals(Addresses.JOURNAL_NEIGHBOUR))
        .mapToLong(Copies::count)
        .sum();
  }

  @Override
  public void close() {
    if (confirmed != null) {
      confirmed.close();
    }
    if (above != null) {
      above.close();
    }
    if (link != null) {
      link.close();
    }
  }
}
