package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.datadir.DataDirectory;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.DiskFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/**
 * The broker's configuration in each role: where it stores, who comes in, and the addresses of
 * entries and topics with their limits.
 */
final class NodeConfiguration {

  /** Entries of one address held in memory before further ones are paged to disk. */
  static final long ADDRESS_MEMORY_BYTES = 96L * 1024 * 1024;

  /** Paged entries of one address before an append fails. */
  static final long PAGED_BYTES = 8L * 1024 * 1024 * 1024;

  /** Letting entries go may be broken off any number of times. */
  static final int UNLIMITED_ATTEMPTS = -1;

  /** What is forwarded without being a new entry is not kept. */
  static final String NEW_ENTRIES = Headers.AGAIN + " IS NULL";

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
    node.acceptors(serverId);
    node.configuration.setSecurityRoles(users.permissions());
    node.everyAddress();
    switch (settings.role()) {
      case REGISTER -> {
        node.journal();
        node.copiesOfOthers();
      }
      case STORE -> node.gathering();
      case HQ -> {
        node.gathering();
        node.compactedTopic(Addresses.PRICES_CANARY);
        node.compactedTopic(Addresses.PRICES_CANARY_MANIFEST);
        node.compactedTopic(Addresses.PRICES_VERSIONS);
      }
    }
    InquiryQueues.addTo(node.configuration, settings);
    NodeBridges.addTo(node.configuration, settings);
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
    configuration.setConnectionTtlCheckInterval(NodeBridges.CHECK_PERIOD.toMillis());
  }

  /** What the limits of an address leave out, the broker takes from here. */
  private void everyAddress() {
    configuration.addAddressSetting(
        "#",
        new AddressSettings()
            .setAutoCreateAddresses(false)
            .setAutoCreateQueues(false)
            .setAutoDeleteAddresses(false)
            .setAutoDeleteQueues(false)
            .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTERS))
            .setExpiryAddress(SimpleString.of(Addresses.DEAD_LETTERS))
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
            .setMaxSizeBytes(ADDRESS_MEMORY_BYTES)
            .setPageLimitBytes(PAGED_BYTES)
            .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL));
    address(Addresses.DEAD_LETTERS, RoutingType.ANYCAST, queue(Addresses.DEAD_LETTERS));
  }

  private void journal() {
    configuration.addAddressSetting(
        Addresses.JOURNAL,
        new AddressSettings()
            .setDiskFullMessagePolicy(DiskFullMessagePolicy.FAIL)
            .setMaxDeliveryAttempts(UNLIMITED_ATTEMPTS));
    address(Addresses.JOURNAL, RoutingType.MULTICAST, journalQueues());
    address(Addresses.BARRIER, RoutingType.ANYCAST, queue(Addresses.BARRIER));
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

  /** At its limit the sender's bridge waits, and with it nothing else. */
  private void copiesOfOthers() {
    configuration.addAddressSetting(
        Addresses.KEPT_OF_ALL,
        new AddressSettings()
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
            .setMaxSizeBytes(settings.neighbourhood().copiesMax())
            .setDiskFullMessagePolicy(DiskFullMessagePolicy.BLOCK)
            .setMaxDeliveryAttempts(UNLIMITED_ATTEMPTS));
    settings
        .neighbourhood()
        .neighbourOf()
        .forEach(lane ->
            address(Addresses.keptFor(lane), RoutingType.ANYCAST, copies(Addresses.keptFor(lane))));
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
    compactedTopic(Addresses.CLOCK).setEnableIngressTimestamp(true);
  }

  /** Paging would hide values from compaction, so it lives in memory; returns its limits. */
  private AddressSettings compactedTopic(String name) {
    AddressSettings limits = new AddressSettings().setMaxSizeBytes(-1);
    configuration.addAddressSetting(name, limits);
    address(
        name,
        RoutingType.ANYCAST,
        queue(name).setLastValue(true).setLastValueKey(Headers.KEY).setNonDestructive(true));
    return limits;
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
