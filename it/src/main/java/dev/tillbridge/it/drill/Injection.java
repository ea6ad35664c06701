package dev.tillbridge.it.drill;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.access.Credentials;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.model.configuration.Settings;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** Sends messages to HQ's broker with the rights of the store server, past the store server. */
final class Injection implements AutoCloseable {

  private final BrokerAccess hq;

  Injection(Chain chain, int hqBrokerPort) {
    ChainFolder folder = chain.folder();
    this.hq =
        BrokerAccess.tcp(
            new Endpoint("127.0.0.1", hqBrokerPort),
            new Credentials(
                ChainFolder.STORE,
                Settings.secret(folder.password(folder.storeSettings(), ChainFolder.STORE))));
  }

  /** Sends all, durably, or none; false when HQ's broker is away. */
  boolean send(List<byte[]> bodies) {
    try (ClientSession session = hq.transactedSession();
        ClientProducer producer =
            session.createProducer(Addresses.ticketsOfStore(ChainFolder.STORE))) {
      for (byte[] body : bodies) {
        ClientMessage message = session.createMessage(true);
        message.getBodyBuffer().writeBytes(body);
        producer.send(message);
      }
      session.commit();
      return true;
    } catch (BrokerUnreachable | ActiveMQException e) {
      return false;
    }
  }

  @Override
  public void close() {
    hq.close();
  }
}
