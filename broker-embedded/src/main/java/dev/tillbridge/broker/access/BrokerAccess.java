package dev.tillbridge.broker.access;

import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.jspecify.annotations.Nullable;

/**
 * One user's way to one broker. Sessions are made on demand; each is for one thread. The connection
 * is made with the first session and made again for a new session after it was lost.
 */
public final class BrokerAccess implements AutoCloseable {

  private static final int CONNECT_TIMEOUT_MS = 500;
  private static final int CONNECTION_TTL_MS = 1_200;
  private static final int CHECK_PERIOD_MS = 400;
  private static final int CALL_TIMEOUT_MS = 10_000;
  private static final int PATIENT_TTL_MS = 30_000;
  private static final int PATIENT_CALL_MS = 120_000;

  private final ServerLocator locator;
  private final Credentials credentials;
  private final String where;
  private @Nullable ClientSessionFactory factory;

  private BrokerAccess(ServerLocator locator, Credentials credentials, String where) {
    this.locator = locator;
    this.credentials = credentials;
    this.where = where;
  }

  /** The broker in this process with this server id. */
  public static BrokerAccess inVm(int serverId, Credentials credentials) {
    TransportConfiguration transport =
        new TransportConfiguration(
            InVMConnectorFactory.class.getName(), Map.of("serverId", serverId));
    return new BrokerAccess(locator(transport), credentials, "the broker in this process");
  }

  /** The broker that listens there; a silent loss of the link is noticed within two seconds. */
  public static BrokerAccess tcp(Endpoint endpoint, Credentials credentials) {
    ServerLocator locator = tcpLocator(endpoint);
    locator.setConnectionTTL(CONNECTION_TTL_MS).setClientFailureCheckPeriod(CHECK_PERIOD_MS);
    return new BrokerAccess(locator, credentials, "the broker at " + endpoint);
  }

  /**
   * The same for a program that sends a million values at once and for which no till waits: a
   * broker that is busy with them is not taken for lost before half a minute.
   */
  public static BrokerAccess patient(Endpoint endpoint, Credentials credentials) {
    ServerLocator locator = tcpLocator(endpoint);
    locator
        .setConnectionTTL(PATIENT_TTL_MS)
        .setClientFailureCheckPeriod(PATIENT_TTL_MS / 3)
        .setCallTimeout(PATIENT_CALL_MS);
    return new BrokerAccess(locator, credentials, "the broker at " + endpoint);
  }

  private static ServerLocator tcpLocator(Endpoint endpoint) {
    TransportConfiguration transport =
        new TransportConfiguration(
            NettyConnectorFactory.class.getName(),
            Map.of(
                TransportConstants.HOST_PROP_NAME, endpoint.host(),
                TransportConstants.PORT_PROP_NAME, endpoint.port(),
                TransportConstants.NETTY_CONNECT_TIMEOUT, CONNECT_TIMEOUT_MS));
    return locator(transport);
  }

  private static ServerLocator locator(TransportConfiguration transport) {
    ServerLocator locator = ActiveMQClient.createServerLocatorWithoutHA(transport);
    // A reader's credits must go out before it asks whether it is at the queue's end. On a thread
    // of
    // their own, as is usual, they come late, and the broker answers "the end" after a megabyte.
    locator.setThreadPools(
        ActiveMQClient.getGlobalThreadPool(),
        ActiveMQClient.getGlobalScheduledThreadPool(),
        Runnable::run);
    return locator
        .setBlockOnDurableSend(true)
        .setBlockOnNonDurableSend(true)
        .setBlockOnAcknowledge(false)
        .setReconnectAttempts(0)
        .setInitialConnectAttempts(1)
        .setCallTimeout(CALL_TIMEOUT_MS);
  }

  /**
   * A session whose sends are durable when they return and whose acknowledgements go one by one.
   *
   * @throws BrokerUnreachable when there is no broker or it refuses the user
   */
  public ClientSession session() {
    return open(true);
  }

  /**
   * A session whose sends and acknowledgements count only after its commit.
   *
   * @throws BrokerUnreachable when there is no broker or it refuses the user
   */
  public ClientSession transactedSession() {
    return open(false);
  }

  private synchronized ClientSession open(boolean auto) {
    try {
      if (factory == null
          || factory.isClosed()
          || factory.getConnection() == null
          || factory.getConnection().isDestroyed()) {
        if (factory != null) {
          factory.close();
        }
        factory = locator.createSessionFactory();
      }
      ClientSession session =
          factory.createSession(
              credentials.user(), credentials.password(), false, auto, auto, false, 0);
      session.start();
      return session;
    } catch (Exception e) {
      throw new BrokerUnreachable(reason(e), e);
    }
  }

  private String reason(Exception e) {
    String detail =
        e instanceof ActiveMQException artemis
            ? artemis.getType() + ", " + artemis.getMessage()
            : String.valueOf(e.getMessage());
    return "No session for user "
        + credentials.user()
        + " at "
        + where
        + ": "
        + detail.replaceAll("[. ]+$", "")
        + ". Check that it runs, the port, and the password file of this user.";
  }

  @Override
  public synchronized void close() {
    if (factory != null) {
      factory.close();
    }
    locator.close();
  }
}
