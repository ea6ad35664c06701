package dev.tillbridge.broker.storage;

import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * An embedded broker whose confirmations hold through a power cut, and that remembers when its disk
 * failed.
 */
public final class DurableBroker extends EmbeddedActiveMQ {

  private volatile boolean diskFailed;

  @Override
  public void createActiveMQServer() {
    if (activeMQServer == null) {
      activeMQServer = new DurableServer(configuration, securityManager);
      activeMQServer.registerIOCriticalErrorListener((cause, message, file) -> diskFailed = true);
    }
  }

  /**
   * Whether a write or a sync has failed since the start. The broker confirms a message whose sync
   * failed all the same, and then shuts itself down; no confirmation may be believed any more.
   */
  public boolean diskFailed() {
    return diskFailed;
  }
}
