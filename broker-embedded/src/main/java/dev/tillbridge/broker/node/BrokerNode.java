package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.datadir.DataDirectory;
import dev.tillbridge.broker.datadir.Identity;
import dev.tillbridge.broker.delivery.DeliveryParts;
import dev.tillbridge.broker.delivery.RegisterDelivery;
import dev.tillbridge.broker.delivery.StaleHeartbeats;
import dev.tillbridge.broker.disk.DiskWatch;
import dev.tillbridge.broker.journal.ArtemisJournal;
import dev.tillbridge.broker.link.BridgeLink;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.neighbour.RecoverUser;
import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.storage.DurableBroker;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.journal.Journal;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;

/** A running broker in the role its settings name. */
public final class BrokerNode implements AutoCloseable {

  private static final AtomicInteger SERVER_IDS = new AtomicInteger(1);

  private final NodeSettings settings;
  private final Clock clock;
  private final DataDirectory directory;
  private final DurableBroker broker;
  private final BrokerAccess access;
  private final DiskWatch disk;
  private final @Nullable Seal seal;
  private final @Nullable ArtemisJournal journal;
  private final @Nullable BridgeLink link;
  private final NeighbourSide neighbours;
  private final @Nullable StaleHeartbeats stale;

  private BrokerNode(
      NodeSettings settings,
      Clock clock,
      DataDirectory directory,
      DurableBroker broker,
      BrokerAccess access,
      DiskWatch disk,
      @Nullable Seal seal,
      @Nullable ArtemisJournal journal,
      @Nullable BridgeLink link,
      NeighbourSide neighbours,
      @Nullable StaleHeartbeats stale) {
    this.settings = settings;
    this.clock = clock;
    this.directory = directory;
    this.broker = broker;
    this.access = access;
    this.disk = disk;
    this.seal = seal;
    this.journal = journal;
    this.link = link;
    this.neighbours = neighbours;
    this.stale = stale;
  }

  /**
   * Starts the broker of this process.
   *
   * @throws InvalidSetting when the data directory is in use, is a copy or cannot be written, a
   *     password is missing, or the port is taken; the message tells the way out
   */
  public static BrokerNode start(NodeSettings settings, Clock clock) {
    NodeUsers users = new NodeUsers(settings);
    DataDirectory directory = DataDirectory.open(settings.dataDir(), settings.name(), clock);
    DurableBroker broker = new DurableBroker();
    boolean started = false;
    try {
      requireFreePort(settings);
      BrokerNode node = start(settings, clock, users, directory, broker);
      started = true;
      return node;
    } catch (InvalidSetting e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(
          "The broker of " + settings.name() + " did not start: " + e.getMessage(), e);
    } finally {
      if (!started) {
        stopAfterFailure(broker, directory);
      }
    }
  }

  private static BrokerNode start(
      NodeSettings settings,
      Clock clock,
      NodeUsers users,
      DataDirectory directory,
      DurableBroker broker)
      throws Exception {
    if (!settings.neighbourhood().neighbourOf().isEmpty()) {
      users.allowRecovery(RecoverUser.openOrCreate(settings.dataDir()));
    }
    Seal seal = settings.role() == Role.REGISTER ? Seal.openOrCreate(settings.dataDir()) : null;
    int serverId = SERVER_IDS.getAndIncrement();
    broker.setConfiguration(NodeConfiguration.of(settings, directory, users, serverId));
    broker.setSecurityManager(users.securityManager());
    broker.start();
    BrokerAccess access = BrokerAccess.inVm(serverId, users.local());
    ActiveMQServer server = broker.getActiveMQServer();
    ArtemisJournal journal =
        seal == null
            ? null
            : ArtemisJournal.open(
                access,
                settings.lane(),
                directory.identity().epoch(),
                seal,
                queue(server, Addresses.JOURNAL_KEEP)::getMessageCount,
                broker::diskFailed);
    BridgeLink link =
        settings.uplink() == null
            ? null
            : BridgeLink.watch(
                server, NodeBridges.UPLINK, settings.uplink(), settings.uplink().toString(), clock);
    NeighbourSide neighbours = NeighbourSide.start(settings, server, access, clock);
    DiskWatch disk = DiskWatch.start(settings.dataDir(), settings.disk());
    StaleHeartbeats stale =
        settings.role() == Role.REGISTER
            ? null
            : StaleHeartbeats.drop(
                access,
                queue(server, Addresses.TICKETS)::getMessageCount,
                StaleHeartbeats.WAITING_MAX);
    return new BrokerNode(
        settings, clock, directory, broker, access, disk, seal, journal, link, neighbours, stale);
  }

  private static void requireFreePort(NodeSettings settings) throws IOException {
    Endpoint listen = settings.listen();
    if (listen == null) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(listen.host(), listen.port()));
    } catch (BindException e) {
      throw new InvalidSetting(
          "Port "
              + listen
              + " of the broker is taken by another program, so nothing was started. Stop that"
              + " program or change listen.port (and uplink.port below it).");
    }
  }

  private static void stopAfterFailure(DurableBroker broker, DataDirectory directory) {
    try {
      broker.stop();
    } catch (Exception e) {
      // the failure that led here is the one to tell
    }
    directory.close();
  }

  private static Queue queue(ActiveMQServer server, String name) {
    Queue queue = server.locateQueue(SimpleString.of(name));
    if (queue == null) {
      throw new IllegalStateException("The broker has no queue " + name + ".");
    }
    return queue;
  }

  /** Way in for this process's own parts, with the rights of the node's local user. */
  public BrokerAccess access() {
    return access;
  }

  /** Whose life the data directory is. */
  public Identity identity() {
    return directory.identity();
  }

  /**
   * The register's journal.
   *
   * @throws IllegalStateException on a store or HQ
   */
  public Journal journal() {
    if (journal == null) {
      throw new IllegalStateException("Only a register has a journal.");
    }
    return journal;
  }

  /**
   * Starts a register's delivery; close it before this node.
   *
   * @param priceBook how the register stands with its price book, for the heartbeats
   * @throws IllegalStateException on a store or HQ
   */
  public RegisterDelivery startDelivery(Supplier<DeliveryParts.BookHealth> priceBook) {
    if (journal == null || seal == null || link == null) {
      throw new IllegalStateException("Only a register delivers.");
    }
    return RegisterDelivery.start(
        new DeliveryParts(
            new StreamId(settings.lane(), identity().epoch()),
            journal,
            seal,
            link,
            access,
            Objects.requireNonNull(settings.uplink(), "a register has an uplink"),
            settings.uplinkCredentials(),
            settings.delivery(),
            disk::status,
            priceBook,
            neighbours::health,
            program(),
            clock));
  }

  private static String program() {
    String version = BrokerNode.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** How full the disk of the data directory is. */
  public DiskStatus disk() {
    return disk.status();
  }

  /**
   * The key others verify a register's entries with.
   *
   * @throws IllegalStateException on a store or HQ
   */
  public PublicKeyText sealedWith() {
    if (seal == null) {
      throw new IllegalStateException("Only a register has a seal.");
    }
    return seal.publicKey();
  }

  /** The link upwards, absent on a node with nothing above it. */
  public Optional<Link> link() {
    return Optional.ofNullable(link);
  }

  /** The link to the neighbour that keeps copies, absent when none is named. */
  public Optional<Link> neighbour() {
    return neighbours.link();
  }

  /** Copies kept here for other lanes, in all. */
  public long keptCopies() {
    return neighbours.keptCopies();
  }

  /** Number of messages in a queue of this broker, now. */
  public long messageCount(String queueName) {
    return queue(broker.getActiveMQServer(), queueName).getMessageCount();
  }

  ActiveMQServer broker() {
    return broker.getActiveMQServer();
  }

  @Override
  public void close() {
    neighbours.close();
    if (stale != null) {
      stale.close();
    }
    if (link != null) {
      link.close();
    }
    if (journal != null) {
      journal.close();
    }
    disk.close();
    access.close();
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not stop cleanly: " + e.getMessage(), e);
    } finally {
      directory.close();
    }
  }
}
