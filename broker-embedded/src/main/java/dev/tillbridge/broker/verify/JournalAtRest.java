package dev.tillbridge.broker.verify;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.datadir.StillDirectory;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a register that is stopped, or of a copy of its data directory. The broker's files
 * are copied and a broker that knows no bridge and listens nowhere is started on the copy, so that
 * entries paged to disk and large ones are read as the register itself would.
 */
public final class JournalAtRest {

  /** Apart from the ids of brokers that work in this process. */
  private static final AtomicInteger SERVER_IDS = new AtomicInteger(1_000_000);

  private static final Credentials NOBODY = new Credentials("verify", "verify");
  private static final long ADDRESS_MEMORY_BYTES = 64L * 1024 * 1024;

  private JournalAtRest() {}

  /**
   * Hands over every kept entry of the register, in order.
   *
   * @param scratch folder in which the copy is made and deleted again
   * @throws InvalidSetting when the directory is in use, is not a register's, or cannot be read
   */
  public static void read(Path dataDir, Path scratch, Consumer<Specimen> reader) {
    try (StillDirectory directory = StillDirectory.hold(dataDir)) {
      requireRegister(directory);
      try (ScratchCopy copy = ScratchCopy.of(directory, scratch)) {
        readCopy(copy.root(), reader);
      }
    } catch (InvalidSetting e) {
      throw e;
    } catch (Exception e) {
      throw new InvalidSetting(
          "The journal in " + dataDir + " cannot be read: " + e + ". Nothing in it was changed.");
    }
  }

  private static void requireRegister(StillDirectory directory) {
    try {
      LaneId.parse(directory.node());
    } catch (IllegalArgumentException e) {
      throw new InvalidSetting(
          "%s is the data directory of %s, not of a register: it holds no chain to check. For HQ's books use ./tillbridge verify hq --config CONFIG.properties."
              .formatted(
                  directory.root(), directory.node().isEmpty() ? "nobody" : directory.node()));
    }
  }

  private static void readCopy(Path root, Consumer<Specimen> reader) throws Exception {
    int serverId = SERVER_IDS.getAndIncrement();
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(configuration(root, serverId));
    try {
      broker.start();
      if (broker.getActiveMQServer().locateQueue(SimpleString.of(Addresses.JOURNAL_KEEP)) != null) {
        browse(serverId, reader);
      }
    } finally {
      broker.stop();
    }
  }

  private static Configuration configuration(Path root, int serverId) throws Exception {
    return new ConfigurationImpl()
        .setName("verify")
        .setJournalDirectory(root.resolve("journal").toString())
        .setBindingsDirectory(root.resolve("bindings").toString())
        .setPagingDirectory(root.resolve("paging").toString())
        .setLargeMessagesDirectory(root.resolve("large").toString())
        .setJournalType(JournalType.NIO)
        .setJMXManagementEnabled(false)
        .setMessageExpiryScanPeriod(-1)
        .setMaxDiskUsage(-1)
        .setSecurityEnabled(false)
        .addAddressSetting(
            "#",
            new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(Addresses.DEAD_LETTERS))
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(ADDRESS_MEMORY_BYTES))
        .addAcceptorConfiguration(
            new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", serverId), "local"));
  }

  private static void browse(int serverId, Consumer<Specimen> reader) throws Exception {
    try (BrokerAccess access = BrokerAccess.inVm(serverId, NOBODY);
        ClientSession session = access.session();
        ClientConsumer kept = session.createConsumer(Addresses.JOURNAL_KEEP, true)) {
      long number = 0;
      for (ClientMessage message = kept.receiveImmediate();
          message != null;
          message = kept.receiveImmediate()) {
        reader.accept(
            new Specimen(
                MessageBody.bytes(message), "kept entry " + ++number, label(message), null));
      }
      if (kept.isClosed() || session.isClosed()) {
        throw new IOException("reading broke off after " + number + " entries");
      }
    }
  }

  private static Specimen.@Nullable Label label(ClientMessage message) {
    String lane = message.getStringProperty(Headers.LANE);
    Long epoch = message.getLongProperty(Headers.EPOCH);
    Long sequence = message.getLongProperty(Headers.SEQUENCE);
    if (lane == null || epoch == null || sequence == null) {
      return null;
    }
    try {
      return new Specimen.Label(new StreamId(LaneId.parse(lane), epoch), sequence);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
