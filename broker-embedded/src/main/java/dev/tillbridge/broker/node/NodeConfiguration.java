package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.datadir.DataDirectory;
import dev.tillbridge.broker.neighbour.Neighbourhood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.BridgeConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ComponentConfigurationRoutingType;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** The broker's configuration in each role: journals, addresses, limits, the bridge upwards. */
final class NodeConfiguration {

  static final String BRIDGE = "uplink";
  static final String NEIGHBOUR_BRIDGE = "neighbour";

  /** Entries on their way to the neighbour that it has not made room for. */
  static final int NEIGHBOUR_WINDOW_BYTES = 1024 * 1024;

  /** Entries of one address held in memory before further ones are paged to disk. */
  static final long ADDRESS_MEMORY_BYTES = 96L * 1024 * 1024;

  /** Paged entries of one address before an append fails. */
  static final long PAGED_BYTES = 8L * 1024 * 1024 * 1024;

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
  static final Duration BRIDGE_CALL_TIMEOUT = Duration.ofSeconds(1);

  static final Duration PENDING_ACK_TIMEOUT = Duration.ofSeconds(2);

  /** How long a question waits for who answers it, and an answer for who asked. */
  static final Duration INQUIRY_LIFE = Duration.ofSeconds(10);

  /** Questions, and answers, waiting for one; with one more the oldest is gone. */
  static final int INQUIRIES_WAITING_MAX = 500;

  /** What questions of one to one, and answers to one, take; a further one is refused. */
  static final long INQUIRY_BYTES_MAX = 16L * 1024 * 1024;

  /** Letting entries go may be broken off any number of times. */
  static final int UNLIMITED_ATTEMPTS = -1;

  /** What is forwarded without being a new entry is not kept. */
  static final String NEW_ENTRIES = Headers.AGAIN + " IS NULL";

  /** Topics of the price book at HQ; a store has the first two. */
  private static final List<String> PRICE_TOPICS =
      List.of(
          Addresses.PRICES,
          Addresses.PRICES_MANIFEST,
          Addresses.PRICES_CANARY,
          Addresses.PRICES_CANARY_MANIFEST,
          Addresses.PRICES_VERSIONS);

  private final NodeSettings settings;
  private final DataDirectory directory;
  private final Configuration configuration = new ConfigurationImpl();

  private NodeConfiguration(NodeSettings settings, DataDirectory directory) {
    this.settings = settings;
    this.directory = directory;
  }

  static Configuration of(
      NodeSettings settings, DataDirectory directory, NodeUsers users, int serverId)
      throws Exception {
    NodeConfiguration node = new NodeConfiguration(settings, directory);
    node.storage();
    node.limits();
    node.acceptors(serverId);
    node.configuration.setSecurityRoles(users.permissions());
    switch (settings.role()) {
      case REGISTER -> node.journal();
      case STORE -> node.gathering();
      case HQ -> {
        node.gathering();
        node.compactedTopic(Addresses.PRICES_CANARY);
        node.compactedTopic(Addresses.PRICES_CANARY_MANIFEST);
        node.compactedTopic(Addresses.PRICES_VERSIONS);
      }
    }
    node.inquiries();
    node.bridgeUpwards();
    node.bridgeToNeighbour();
    return node.configuration;
  }

  private void storage() {
    Path root = directory.root();
    configuration
        .setName(settings.name())
        .setJournalDirectory(root.resolve("journal").toString())
        .setBindingsDirectory(root.resolve("bindings").toString())
        .setPagingDirectory(root.resolve("paging").toString())
        .setLargeMessagesDirectory(root.resolve("large").toString())
        .setJournalType(JournalType.NIO)
        .setJournalBufferTimeout_NIO((int) directory.journalTimeout().toNanos())
        // else each append to an address that is paged waits 3.3 ms for company
        .setPageSyncTimeout((int) directory.journalTimeout().toNanos())
        .setMaxDiskUsage(-1)
        // below it a register's append fails and a store's bridge waits
        .setMinDiskFree(settings.disk().reserveBytes())
        .setJMXManagementEnabled(false)
        .setMessageExpiryScanPeriod(-1)
        .setSecurityEnabled(true)
        .setClusterUser("cluster-unused")
        .setClusterPassword(NodeUsers.randomPassword());
  }

  private void limits() {
    configuration.addAddressSetting("#", general());
    PRICE_TOPICS.forEach(topic -> configuration.addAddressSetting(topic, compacted()));
    configuration.addAddressSetting(Addresses.WATERMARKS, compacted());
    configuration.addAddressSetting(Addresses.SHARED, compacted());
    configuration.addAddressSetting(Addresses.SHARED_NEWEST, compacted());
    configuration.addAddressSetting(Addresses.QUESTIONS_OF_ALL, passing());
    configuration.addAddressSetting(Addresses.ANSWERS_OF_ALL, passing());
    configuration.addAddressSetting(Addresses.CLOCK, compacted().setEnableIngressTimestamp(true));
    if (settings.role() == Role.REGISTER) {
      configuration.addAddressSetting(
          Addresses.JOURNAL,
          general()
              .setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL)
              .setMaxDeliveryAttempts(UNLIMITED_ATTEMPTS));
      configuration.addAddressSetting(Addresses.KEPT_OF_ALL, kept());
    }
    address(Addresses.DEAD_LETTERS, RoutingType.ANYCAST, queue(Addresses.DEAD_LETTERS));
  }

  private static AddressSettings general() {
    return new AddressSettings()
        .setAutoCreateAddresses(false)
        .setAutoCreateQueues(false)
        .setAutoDeleteAddresses(false)
        .setAutoDeleteQueues(false)
        .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(Addresses.DEAD_LETTERS))
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(ADDRESS_MEMORY_BYTES)
        .setPageLimitBytes(PAGED_BYTES)
        .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL);
  }

  /** At its limit the sender's bridge waits, and with it nothing else. */
  private AddressSettings kept() {
    return general()
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
        .setMaxSizeBytes(settings.neighbourhood().copiesMax())
        .setPageLimitBytes(null)
        .setPageFullMessagePolicy(null)
        .setDiskFullMessagePolicy(DiskFullMessagePolicy.BLOCK)
        .setMaxDeliveryAttempts(UNLIMITED_ATTEMPTS);
  }

  /** Paging would hide values from compaction, so these addresses live in memory. */
  private static AddressSettings compacted() {
    return general().setMaxSizeBytes(-1).setPageLimitBytes(null).setPageFullMessagePolicy(null);
  }

  /** Never on disk; what nobody fetched in time is gone, by this broker's clock alone. */
  private static AddressSettings passing() {
    return general()
        .setExpiryDelay(INQUIRY_LIFE.toMillis())
        .setExpiryAddress(SimpleString.of(""))
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL)
        .setMaxSizeBytes(INQUIRY_BYTES_MAX)
        .setPageLimitBytes(null)
        .setPageFullMessagePolicy(null);
  }

  private void acceptors(int serverId) {
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            InVMAcceptorFactory.class.getName(), Map.of("serverId", serverId), "local"));
    Endpoint listen = settings.listen();
    if (listen != null) {
      configuration.addAcceptorConfiguration(
          new TransportConfiguration(
              NettyAcceptorFactory.class.getName(),
              Map.of(
                  TransportConstants.HOST_PROP_NAME, listen.host(),
                  TransportConstants.PORT_PROP_NAME, listen.port(),
                  TransportConstants.PROTOCOLS_PROP_NAME, "CORE"),
              "network"));
    }
    configuration.setConnectionTtlCheckInterval(CHECK_PERIOD.toMillis());
  }

  private void journal() {
    address(Addresses.JOURNAL, RoutingType.MULTICAST, journalQueues());
    address(Addresses.BARRIER, RoutingType.ANYCAST, queue(Addresses.BARRIER));
    settings
        .neighbourhood()
        .neighbourOf()
        .forEach(lane ->
            address(Addresses.keptFor(lane), RoutingType.ANYCAST, copies(Addresses.keptFor(lane))));
  }

  private QueueConfiguration[] journalQueues() {
    QueueConfiguration forward = queue(Addresses.JOURNAL_FORWARD);
    QueueConfiguration keep = queue(Addresses.JOURNAL_KEEP).setFilterString(NEW_ENTRIES);
    return settings.neighbourhood().keeper() == null
        ? new QueueConfiguration[] {forward, keep}
        : new QueueConfiguration[] {
          forward, keep, copies(Addresses.JOURNAL_NEIGHBOUR).setFilterString(NEW_ENTRIES)
        };
  }

  /** Without groups, which would let one reader in at a time. */
  private static QueueConfiguration copies(String name) {
    return queue(name).setGroupBuckets(0);
  }

  private void gathering() {
    address(Addresses.TICKETS_OF_ALL, RoutingType.ANYCAST, queue(Addresses.TICKETS));
    settings.lanes().forEach(lane -> address(Addresses.ticketsOf(lane), RoutingType.ANYCAST));
    settings
        .stores()
        .forEach(store -> address(Addresses.ticketsOfStore(store), RoutingType.ANYCAST));
    compactedTopic(Addresses.PRICES);
    compactedTopic(Addresses.PRICES_MANIFEST);
    compactedTopic(Addresses.WATERMARKS);
    compactedTopic(Addresses.SHARED);
    compactedTopic(Addresses.SHARED_NEWEST);
    compactedTopic(Addresses.CLOCK);
  }

  private void inquiries() {
    for (Asked asked : Asked.at(settings)) {
      address(asked.address(), RoutingType.ANYCAST, passing(asked.queue()));
      asked
          .askers()
          .forEach(user -> address(Addresses.question(asked.queue(), user), RoutingType.ANYCAST));
    }
    for (String user : Asked.askersAt(settings)) {
      address(Addresses.answersTo(user), RoutingType.ANYCAST, passing(Addresses.answersTo(user)));
    }
  }

  private static QueueConfiguration passing(String name) {
    return QueueConfiguration.of(name).setDurable(false).setRingSize((long) INQUIRIES_WAITING_MAX);
  }

  private void compactedTopic(String name) {
    address(
        name,
        RoutingType.ANYCAST,
        queue(name).setLastValue(true).setLastValueKey(Headers.KEY).setNonDestructive(true));
  }

  private void bridgeUpwards() throws Exception {
    Endpoint uplink = settings.uplink();
    if (uplink == null) {
      return;
    }
    boolean register = settings.role() == Role.REGISTER;
    bridge(BRIDGE, uplink, settings.uplinkCredentials())
        .setQueueName(register ? Addresses.JOURNAL_FORWARD : Addresses.TICKETS)
        .setForwardingAddress(
            register
                ? Addresses.ticketsOf(settings.lane())
                : Addresses.ticketsOfStore(settings.name()));
  }

  private void bridgeToNeighbour() throws Exception {
    Neighbourhood.Keeper keeper = settings.neighbourhood().keeper();
    if (keeper != null) {
      bridge(NEIGHBOUR_BRIDGE, keeper.endpoint(), settings.neighbourCredentials(settings.lane()))
          .setQueueName(Addresses.JOURNAL_NEIGHBOUR)
          .setForwardingAddress(Addresses.keptFor(settings.lane()))
          .setProducerWindowSize(NEIGHBOUR_WINDOW_BYTES);
    }
  }

  private BridgeConfiguration bridge(String name, Endpoint peer, Credentials user)
      throws Exception {
    configuration.addConnectorConfiguration(
        name,
        new TransportConfiguration(
            NettyConnectorFactory.class.getName(),
            Map.of(
                TransportConstants.HOST_PROP_NAME, peer.host(),
                TransportConstants.PORT_PROP_NAME, peer.port(),
                TransportConstants.NETTY_CONNECT_TIMEOUT, (int) CONNECT_TIMEOUT.toMillis()),
            name));
    BridgeConfiguration bridge =
        new BridgeConfiguration()
            .setName(name)
            .setStaticConnectors(List.of(name))
            .setUser(user.user())
            .setPassword(user.password())
            .setUseDuplicateDetection(true)
            .setConcurrency(1)
            .setRoutingType(ComponentConfigurationRoutingType.ANYCAST)
            .setConnectionTTL(CONNECTION_TTL.toMillis())
            .setClientFailureCheckPeriod(CHECK_PERIOD.toMillis())
            .setCallTimeout(BRIDGE_CALL_TIMEOUT.toMillis())
            .setRetryInterval(RETRY_INTERVAL.toMillis())
            .setRetryIntervalMultiplier(1)
            .setMaxRetryInterval(RETRY_INTERVAL.toMillis())
            .setInitialConnectAttempts(-1)
            .setReconnectAttempts(-1)
            .setReconnectAttemptsOnSameNode(0)
            .setPendingAckTimeout(PENDING_ACK_TIMEOUT.toMillis());
    configuration.getBridgeConfigurations().add(bridge);
    return bridge;
  }

  private void address(String name, RoutingType routing, QueueConfiguration... queues) {
    CoreAddressConfiguration address =
        new CoreAddressConfiguration().setName(name).addRoutingType(routing);
    for (QueueConfiguration queue : queues) {
      address.addQueueConfig(queue.setAddress(name).setRoutingType(routing));
    }
    configuration.addAddressConfiguration(address);
  }

  private static QueueConfiguration queue(String name) {
    return QueueConfiguration.of(name).setDurable(true);
  }
}
