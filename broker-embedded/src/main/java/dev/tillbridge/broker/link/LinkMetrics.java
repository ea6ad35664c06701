package dev.tillbridge.broker.link;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The link as metrics. */
public final class LinkMetrics {

  private LinkMetrics() {}

  /** {@code tillbridge.link.up} (1 or 0) and {@code tillbridge.link.waiting} (entries). */
  public static void bind(Link link, MeterRegistry registry) {
    Gauge.builder("tillbridge.link.up", link, l -> l.status().up() ? 1 : 0)
        .description("1 while entries can be forwarded to the broker above")
        .register(registry);
    Gauge.builder("tillbridge.link.waiting", link, l -> l.status().waiting())
        .description("Entries not yet accepted by the broker above")
        .register(registry);
  }

  /** {@code tillbridge.neighbour.up} (1 or 0) and {@code tillbridge.neighbour.waiting} (copies). */
  public static void bindNeighbour(Link link, MeterRegistry registry) {
    Gauge.builder("tillbridge.neighbour.up", link, l -> l.status().up() ? 1 : 0)
        .description("1 while the neighbour takes copies of unsent entries")
        .register(registry);
    Gauge.builder("tillbridge.neighbour.waiting", link, l -> l.status().waiting())
        .description("Copies the neighbour has not taken and HQ has not confirmed")
        .register(registry);
  }
}
