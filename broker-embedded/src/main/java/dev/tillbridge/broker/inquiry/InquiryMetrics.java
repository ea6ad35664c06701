package dev.tillbridge.broker.inquiry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/**
 * What is answered and passed on, as metrics. What is counted must have an owner: it is held
 * weakly.
 */
public final class InquiryMetrics {

  private InquiryMetrics() {}

  /**
   * {@code tillbridge.inquiries.here}: questions that came, {@code answered} or not.
   *
   * @param by the broker they came by, for example {@code store}
   */
  public static void bind(Answering answering, String by, MeterRegistry registry) {
    here(answering.answered(), by, "answered", registry);
    here(answering.unanswered(), by, "unanswered", registry);
  }

  private static void here(LongAdder count, String by, String outcome, MeterRegistry registry) {
    FunctionCounter.builder("tillbridge.inquiries.here", count, LongAdder::sum)
        .description("Questions that came here")
        .tag("by", by)
        .tag("outcome", outcome)
        .register(registry);
  }

  /** {@code tillbridge.inquiries.relayed}: of this store's lanes. */
  public static void bind(InquiryRelay relay, MeterRegistry registry) {
    relayed(relay.passed(), "asked", registry);
    relayed(relay.answered(), "answered", registry);
    relayed(relay.refused(), "hq_away", registry);
  }

  private static void relayed(LongAdder count, String outcome, MeterRegistry registry) {
    FunctionCounter.builder("tillbridge.inquiries.relayed", count, LongAdder::sum)
        .description("Questions to HQ: passed up, answered, and answered with: HQ is away")
        .tag("outcome", outcome)
        .register(registry);
  }
}
