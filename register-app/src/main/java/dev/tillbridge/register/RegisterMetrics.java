package dev.tillbridge.register;

import dev.tillbridge.broker.delivery.Delivery;
import dev.tillbridge.broker.delivery.DeliveryMetrics;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeMetrics;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The register's figures for the operator, in Prometheus' format. */
final class RegisterMetrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  RegisterMetrics(BrokerNode node, Delivery delivery, Lane lane) {
    NodeMetrics.bind(node, registry);
    DeliveryMetrics.bind(delivery, registry);
    Gauge.builder("tillbridge.journal.sequence", lane, l -> l.view().journal().sequence())
        .register(registry);
    Gauge.builder("tillbridge.pricebook.version", lane, RegisterMetrics::bookVersion)
        .register(registry);
  }

  private static double bookVersion(Lane lane) {
    LaneView.Book book = lane.view().book();
    return book == null ? 0 : book.version();
  }

  String page() {
    return registry.scrape();
  }
}
