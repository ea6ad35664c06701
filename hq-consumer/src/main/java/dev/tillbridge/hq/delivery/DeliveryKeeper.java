package dev.tillbridge.hq.delivery;

import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.hq.database.Books;
import dev.tillbridge.model.delivery.ResendPolicy;
import dev.tillbridge.model.delivery.Watermark;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every stream whole, in a thread of its own: asks, tells, compares, twice a second. */
public final class DeliveryKeeper {

  static final Duration PAUSE = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryKeeper.class);

  private final GapRequests gaps;
  private final CheckpointAudit checkpoints;
  private final AlarmLog alarms;
  private final WatermarkPublisher publisher;
  private final BooleanSupplier busy;
  private final Clock clock;
  private volatile int standing;
  private volatile long published;
  private String trouble = "";

  DeliveryKeeper(Books books, Consumer<List<Watermark>> topic, BooleanSupplier busy, Clock clock) {
    this.busy = busy;
    this.gaps = new GapRequests(books, ResendPolicy.STANDARD);
    this.checkpoints = new CheckpointAudit(books);
    this.alarms = new AlarmLog(books);
    this.publisher = new WatermarkPublisher(books, topic);
    this.clock = clock;
  }

  /**
   * Starts the thread, which ends when the answer is closed.
   *
   * @param busy whether arrivals wait at HQ's broker that were not looked at yet
   * @param topic makes watermarks durable at HQ's broker before it returns, or throws
   */
  public static PollLoop start(
      Books books,
      Consumer<List<Watermark>> topic,
      BooleanSupplier busy,
      Clock clock,
      MeterRegistry meters) {
    DeliveryKeeper keeper = new DeliveryKeeper(books, topic, busy, clock);
    Gauge.builder("tillbridge.alarms.standing", () -> keeper.standing).register(meters);
    Gauge.builder("tillbridge.watermarks.published", () -> keeper.published).register(meters);
    return PollLoop.start("delivery-keeper", PAUSE, keeper::look, keeper::failed);
  }

  /** One look at everything. */
  void look() {
    Instant now = clock.instant();
    gaps.look(now, busy.getAsBoolean());
    // Told before the rest: registers wait for it.
    publisher.publish(now);
    published = publisher.published();
    checkpoints.look(now);
    standing = alarms.look(now);
    if (!trouble.isEmpty()) {
      trouble = "";
      LOG.info("Delivery: watermarks are published again.");
    }
  }

  private void failed(RuntimeException problem) {
    String told = String.valueOf(problem.getMessage());
    if (!told.equals(trouble)) {
      trouble = told;
      LOG.warn(
          "Delivery: nothing is asked for and no watermark is published now: {}. Trying every {} ms"
              + " until it works; registers keep their entries meanwhile.",
          told,
          PAUSE.toMillis());
    }
  }
}
