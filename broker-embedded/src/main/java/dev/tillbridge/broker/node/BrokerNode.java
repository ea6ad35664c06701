package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.model.journal.Journal;
import java.util.Optional;

/** A running broker. */
public interface BrokerNode extends AutoCloseable {

  /** Way in for this process's own parts, with the rights of the node's local user. */
  BrokerAccess access();

  /** The register's journal. */
  Journal journal();

  /** The link upwards, absent on a node with nothing above it. */
  Optional<Link> link();

  @Override
  void close();
}
