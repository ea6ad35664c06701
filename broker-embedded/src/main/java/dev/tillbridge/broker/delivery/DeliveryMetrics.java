package dev.tillbridge.broker.delivery;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** A register's delivery as metrics. */
public final class DeliveryMetrics {

  private DeliveryMetrics() {}

  /**
   * {@code tillbridge.hq.watermark}, {@code tillbridge.hq.on.the.way}, {@code
   * tillbridge.journal.kept} (entries), {@code tillbridge.resent} (entries since the start) and
   * {@code tillbridge.clock.offset.seconds}. The delivery is held weakly: it must have an owner.
   */
  public static void bind(Delivery delivery, MeterRegistry registry) {
    Gauge.builder("tillbridge.hq.watermark", delivery, d -> d.status().atHq())
        .description("Last entry up to which HQ has everything")
        .register(registry);
    Gauge.builder("tillbridge.hq.on.the.way", delivery, d -> d.status().onTheWay())
        .description("Entries HQ has not confirmed yet")
        .register(registry);
    Gauge.builder("tillbridge.journal.kept", delivery, Delivery::kept)
        .description("Entries kept on this register")
        .register(registry);
    FunctionCounter.builder("tillbridge.resent", delivery, Delivery::resent)
        .description("Entries sent again at HQ's request")
        .register(registry);
    Gauge.builder("tillbridge.clock.offset.seconds", delivery, DeliveryMetrics::offset)
        .description("The store's clock less this one; not a number before they were compared")
        .register(registry);
  }

  private static double offset(Delivery delivery) {
    Duration offset = delivery.status().clockOffset();
    return offset == null ? Double.NaN : offset.toMillis() / 1_000.0;
  }
}
