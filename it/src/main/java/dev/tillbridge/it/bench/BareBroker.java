package dev.tillbridge.it.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.config.BridgeConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * An Artemis broker with nothing of ours: one queue, no users, everything else at its defaults
 * unless a journal timeout is given. The yardstick.
 */
final class BareBroker implements AutoCloseable {

  private static final String QUEUE = "bare";

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final ServerLocator locator;
  private final ClientSessionFactory factory;
  private final ClientSession session;
  private final ClientProducer producer;

  private BareBroker(Configuration configuration, int serverId) throws Exception {
    broker.setConfiguration(configuration);
    broker.start();
    locator =
        ActiveMQClient.createServerLocatorWithoutHA(
            new TransportConfiguration(
                InVMConnectorFactory.class.getName(), Map.of("serverId", serverId)));
    locator.setBlockOnDurableSend(true);
    factory = locator.createSessionFactory();
    session = factory.createSession();
    producer = session.createProducer(QUEUE);
  }

  /** Untuned, without a network. */
  static BareBroker stock(Path folder, int serverId) throws Exception {
    return new BareBroker(configuration(folder, serverId), serverId);
  }

  /** The end of a bridge, listening on the port. */
  static BareBroker target(Path folder, int serverId, int port, int journalTimeoutNanos)
      throws Exception {
    Configuration configuration = configuration(folder, serverId);
    configuration
        .setJournalBufferTimeout_NIO(journalTimeoutNanos)
        .addAcceptorConfiguration(
            new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port)));
    return new BareBroker(configuration, serverId);
  }

  /** The start of a bridge to the port. */
  static BareBroker source(Path folder, int serverId, int targetPort, int journalTimeoutNanos)
      throws Exception {
    Configuration configuration = configuration(folder, serverId);
    configuration
        .setJournalBufferTimeout_NIO(journalTimeoutNanos)
        .addConnectorConfiguration(
            "target",
            new TransportConfiguration(
                NettyConnectorFactory.class.getName(),
                Map.of("host", "127.0.0.1", "port", targetPort)));
    configuration
        .getBridgeConfigurations()
        .add(
            new BridgeConfiguration()
                .setName("bare")
                .setQueueName(QUEUE)
                .setForwardingAddress(QUEUE)
                .setStaticConnectors(List.of("target"))
                .setInitialConnectAttempts(-1)
                .setReconnectAttempts(-1)
                .setRetryInterval(100)
                .setRetryIntervalMultiplier(1)
                .setPendingAckTimeout(1_000));
    return new BareBroker(configuration, serverId);
  }

  private static Configuration configuration(Path folder, int serverId) throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setName("bare-" + serverId)
            .setSecurityEnabled(false)
            .setJournalType(JournalType.NIO)
            .setJournalDirectory(folder.resolve("journal").toString())
            .setBindingsDirectory(folder.resolve("bindings").toString())
            .setPagingDirectory(folder.resolve("paging").toString())
            .setLargeMessagesDirectory(folder.resolve("large").toString())
            .setJMXManagementEnabled(false)
            .addAcceptorConfiguration(
                new TransportConfiguration(
                    InVMAcceptorFactory.class.getName(), Map.of("serverId", serverId)));
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(QUEUE)
            .addRoutingType(RoutingType.ANYCAST)
            .addQueueConfig(
                QueueConfiguration.of(QUEUE).setRoutingType(RoutingType.ANYCAST).setDurable(true)));
    return configuration;
  }

  /** Returns when the broker has confirmed the durable message. */
  void send(byte[] bytes) throws Exception {
    ClientMessage message = session.createMessage(true);
    message.getBodyBuffer().writeBytes(bytes);
    producer.send(message);
  }

  long messageCount() {
    Queue queue = broker.getActiveMQServer().locateQueue(SimpleString.of(QUEUE));
    return queue == null ? 0 : queue.getMessageCount();
  }

  @Override
  public void close() throws Exception {
    session.close();
    factory.close();
    locator.close();
    broker.stop();
  }
}
