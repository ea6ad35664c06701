package dev.tillbridge.register;

import dev.tillbridge.broker.delivery.Delivery;
import dev.tillbridge.broker.delivery.DeliveryMetrics;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeMetrics;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.pricecache.PriceCache;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;

/** The register's figures for the operator, in Prometheus' format. */
final class RegisterMetrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  RegisterMetrics(BrokerNode node, Delivery delivery, Lane lane, PriceCache prices) {
    NodeMetrics.bind(node, registry);
    DeliveryMetrics.bind(delivery, registry);
    Gauge.builder("tillbridge.journal.sequence", lane, l -> l.recorded().sequence())
        .register(registry);
    Gauge.builder("tillbridge.pricebook.version", lane, RegisterMetrics::bookVersion)
        .register(registry);
    Gauge.builder("tillbridge.pricebook.since", prices, RegisterMetrics::bookSince)
        .description("when this register took its price book, in seconds since 1970")
        .register(registry);
    Gauge.builder("tillbridge.pricebook.problem", prices, p -> p.status().problem() == null ? 0 : 1)
        .description("1 while a newer price book cannot be taken")
        .register(registry);
  }

  private static double bookSince(PriceCache prices) {
    Instant since = prices.status().since();
    return since == null ? 0 : since.getEpochSecond();
  }

  private static double bookVersion(Lane lane) {
    LaneView.Book book = lane.view().book();
    return book == null ? 0 : book.version();
  }

  String page() {
    return registry.scrape();
  }
}
