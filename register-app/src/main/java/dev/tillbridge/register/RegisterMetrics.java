package dev.tillbridge.register;

import dev.tillbridge.broker.delivery.Delivery;
import dev.tillbridge.broker.delivery.DeliveryMetrics;
import dev.tillbridge.broker.inquiry.Answering;
import dev.tillbridge.broker.inquiry.InquiryMetrics;
import dev.tillbridge.broker.node.BrokerNode;
import dev.tillbridge.broker.node.NodeMetrics;
import dev.tillbridge.register.elsewhere.Asked;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.pricecache.PriceCache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.Locale;

/** The register's figures for the operator, in Prometheus' format. */
final class RegisterMetrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  RegisterMetrics(
      BrokerNode node, Delivery delivery, Lane lane, PriceCache prices, Elsewhere elsewhere) {
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
    for (Asked.Whom whom : Asked.Whom.values()) {
      bind(elsewhere, whom);
    }
  }

  private void bind(Elsewhere elsewhere, Asked.Whom whom) {
    Gauge.builder("tillbridge.inquiries.silent", elsewhere, e -> e.silent(whom))
        .description("How many of those asked lately are given a rest")
        .tag("of", name(whom))
        .register(registry);
    for (Asked.Outcome outcome : Asked.Outcome.values()) {
      FunctionCounter.builder(
              "tillbridge.inquiries", elsewhere.asked(), asked -> asked.count(whom, outcome))
          .description("Questions a clerk's work gave cause to, and what came of them")
          .tag("of", name(whom))
          .tag("outcome", name(outcome))
          .register(registry);
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Questions that others ask this register. */
  void bind(Answering answering, String by) {
    InquiryMetrics.bind(answering, by, registry);
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
