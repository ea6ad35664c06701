package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.model.journal.Journal;
import java.time.Clock;
import java.util.Optional;

/** A running broker. */
public final class BrokerNode implements AutoCloseable {

  private BrokerNode() {}

  /**
   * Starts the broker of this process.
   *
   * @throws dev.tillbridge.model.configuration.InvalidSetting when the data directory is in use, is
   *     a copy, or cannot be written; the message tells the way out
   */
  public static BrokerNode start(NodeSettings settings, Clock clock) {
    throw new UnsupportedOperationException("being written");
  }

  /** Way in for this process's own parts, with the rights of the node's local user. */
  public BrokerAccess access() {
    throw new UnsupportedOperationException("being written");
  }

  /** The register's journal. */
  public Journal journal() {
    throw new UnsupportedOperationException("being written");
  }

  /** The link upwards, absent on a node with nothing above it. */
  public Optional<Link> link() {
    throw new UnsupportedOperationException("being written");
  }

  @Override
  public void close() {}
}
