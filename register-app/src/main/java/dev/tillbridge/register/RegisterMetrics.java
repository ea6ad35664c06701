package dev.tillbridge.register;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.link.Link;
import dev.tillbridge.broker.link.LinkMetrics;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** The register's figures for the operator, in Prometheus' format. */
final class RegisterMetrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  RegisterMetrics(BrokerNode node, Link link, Supplier<DeliveryStatus> delivery, Lane lane) {
    LinkMetrics.bind(link, registry);
    node.neighbour().ifPresent(neighbour -> LinkMetrics.bindNeighbour(neighbour, registry));
    Gauge.builder("tillbridge.kept.copies", node, BrokerNode::keptCopies)
        .description("Copies kept here of other lanes' entries that HQ has not confirmed")
        .register(registry);
    Gauge.builder("tillbridge.journal.sequence", lane, l -> l.view().journal().sequence())
        .register(registry);
    Gauge.builder("tillbridge.journal.kept", node, n -> n.messageCount(Addresses.JOURNAL_KEEP))
        .register(registry);
    Gauge.builder("tillbridge.dead.letters", node, n -> n.messageCount(Addresses.DEAD_LETTERS))
        .register(registry);
    Gauge.builder("tillbridge.pricebook.version", lane, RegisterMetrics::bookVersion)
        .register(registry);
    Gauge.builder("tillbridge.hq.watermark", delivery, d -> d.get().atHq())
        .description("Last entry up to which HQ has everything")
        .register(registry);
    Gauge.builder("tillbridge.hq.on.the.way", delivery, d -> d.get().onTheWay())
        .description("Entries HQ has not confirmed yet")
        .register(registry);
    Gauge.builder("tillbridge.disk.free.bytes", delivery, d -> d.get().disk().freeBytes())
        .description("Room on the disk of the data directory")
        .register(registry);
    Gauge.builder("tillbridge.clock.offset.seconds", delivery, d -> offset(d.get()))
        .description("The store's clock less this one; not a number before they were compared")
        .register(registry);
  }

  private static double offset(DeliveryStatus delivery) {
    Duration offset = delivery.clockOffset();
    return offset == null ? Double.NaN : offset.toMillis() / 1_000.0;
  }

  private static double bookVersion(Lane lane) {
    LaneView.Book book = lane.view().book();
    return book == null ? 0 : book.version();
  }

  String page() {
    return registry.scrape();
  }
}
