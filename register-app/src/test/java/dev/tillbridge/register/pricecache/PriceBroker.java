package dev.tillbridge.register.pricecache;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.access.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** A broker with the two price queues, and the users {@code writer} and {@code reader}. */
final class PriceBroker implements AutoCloseable {

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final Endpoint endpoint;

  private PriceBroker(Path dir, int port) throws Exception {
    endpoint = new Endpoint("127.0.0.1", port);
    broker.setConfiguration(configuration(dir));
    broker.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users()));
    broker.start();
  }

  static PriceBroker start(Path dir) throws Exception {
    return start(dir, freePort());
  }

  static PriceBroker start(Path dir, int port) throws Exception {
    return new PriceBroker(dir, port);
  }

  BrokerAccess writer() {
    return BrokerAccess.tcp(endpoint, new Credentials("writer", "w"));
  }

  BrokerAccess reader() {
    return BrokerAccess.tcp(endpoint, new Credentials("reader", "r"));
  }

  int port() {
    return endpoint.port();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Configuration configuration(Path dir) throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setSecurityEnabled(true)
            .setPersistenceEnabled(true)
            .setJournalBufferTimeout_NIO(200_000)
            .setJournalDirectory(dir.resolve("journal").toString())
            .setBindingsDirectory(dir.resolve("bindings").toString())
            .setPagingDirectory(dir.resolve("paging").toString())
            .setLargeMessagesDirectory(dir.resolve("large").toString())
            .addAcceptorConfiguration(
                "tcp", "tcp://127.0.0.1:" + endpoint.port() + "?protocols=CORE")
            .addAddressSetting(
                "#",
                new AddressSettings()
                    .setMaxSizeBytes(-1)
                    .setAutoCreateQueues(false)
                    .setAutoCreateAddresses(false))
            .putSecurityRoles("prices.#", Set.of(role("writer", true), role("reader", false)));
    topic(configuration, Addresses.PRICES);
    topic(configuration, Addresses.PRICES_MANIFEST);
    return configuration;
  }

  private static Role role(String name, boolean send) {
    return new Role(
        name, send, false, false, false, false, false, false, true, false, false, false, false);
  }

  private static void topic(Configuration configuration, String name) {
    configuration.addAddressConfiguration(
        new CoreAddressConfiguration()
            .setName(name)
            .addRoutingType(RoutingType.ANYCAST)
            .addQueueConfiguration(
                QueueConfiguration.of(name)
                    .setAddress(name)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true)
                    .setNonDestructive(true)
                    .setLastValueKey(Headers.KEY)));
  }

  private static SecurityConfiguration users() {
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser("writer", "w");
    users.addRole("writer", "writer");
    users.addUser("reader", "r");
    users.addRole("reader", "reader");
    return users;
  }

  @Override
  public void close() throws Exception {
    broker.stop();
  }
}
