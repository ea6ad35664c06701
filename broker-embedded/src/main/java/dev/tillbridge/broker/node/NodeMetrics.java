package dev.tillbridge.broker.node;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.link.LinkMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What every node has for its operator. */
public final class NodeMetrics {

  private NodeMetrics() {}

  /**
   * The links it has, {@code tillbridge.kept.copies}, {@code tillbridge.dead.letters} (messages)
   * and {@code tillbridge.disk.free.bytes}. The node is held weakly: it must have an owner.
   */
  public static void bind(BrokerNode node, MeterRegistry registry) {
    node.link().ifPresent(link -> LinkMetrics.bind(link, registry));
    node.neighbour().ifPresent(neighbour -> LinkMetrics.bindNeighbour(neighbour, registry));
    Gauge.builder("tillbridge.kept.copies", node, BrokerNode::keptCopies)
        .description("Copies kept here of other lanes' entries that HQ has not confirmed")
        .register(registry);
    Gauge.builder("tillbridge.dead.letters", node, n -> n.messageCount(Addresses.DEAD_LETTERS))
        .register(registry);
    Gauge.builder("tillbridge.disk.free.bytes", node, n -> n.disk().freeBytes())
        .description("Room on the disk of the data directory")
        .register(registry);
  }
}
