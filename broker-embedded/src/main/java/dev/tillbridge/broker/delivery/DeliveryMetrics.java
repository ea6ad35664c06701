package dev.tillbridge.broker.delivery;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The delivery as metrics. */
public final class DeliveryMetrics {

  private DeliveryMetrics() {}

  /**
   * {@code tillbridge.delivery.watermark}, {@code .ontheway}, {@code .kept} (entries) and {@code
   * .resent} (entries since the start).
   */
  public static void bind(Delivery delivery, MeterRegistry registry) {
    Gauge.builder("tillbridge.delivery.watermark", delivery, d -> d.status().atHq())
        .description("Sequence up to which HQ has everything")
        .register(registry);
    Gauge.builder("tillbridge.delivery.ontheway", delivery, d -> d.status().onTheWay())
        .description("Entries HQ has not confirmed yet")
        .register(registry);
    Gauge.builder("tillbridge.delivery.kept", delivery, Delivery::kept)
        .description("Entries kept on this register")
        .register(registry);
    FunctionCounter.builder("tillbridge.delivery.resent", delivery, Delivery::resent)
        .description("Entries sent again at HQ's request")
        .register(registry);
  }
}
