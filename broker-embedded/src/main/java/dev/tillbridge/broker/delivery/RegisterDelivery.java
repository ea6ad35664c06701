package dev.tillbridge.broker.delivery;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.topic.PollLoop;
import dev.tillbridge.broker.watermark.WatermarkTopic;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.Tail;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The register's delivery: one thread that looks twice a second, with sessions of its own. It never
 * asks the lane's, so no sale waits for it; what fails is tried again at its next turn.
 */
public final class RegisterDelivery implements Delivery, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RegisterDelivery.class);

  static final Duration POLL = Duration.ofMillis(500);
  static final int POLLS_BETWEEN_CLOCK_COMPARISONS = 30;
  static final int POLLS_BETWEEN_LOOKS_AT_WHAT_IS_KEPT = 4;

  private final DeliveryParts parts;
  private final BrokerAccess store;
  private final WatermarkTopic watermarks;
  private final ClockComparison clocks;
  private final Resending resending;
  private final Keeping keeping;
  private final Map<String, String> troubles = new HashMap<>();
  private final long pollsBetweenHeartbeats;
  private long poll;
  private long nextHeartbeat;
  private long nextClockComparison;
  private long announced = -1;
  private volatile @Nullable Watermark hq;
  private volatile @Nullable Instant heardAt;
  private volatile Confirmation confirmation = new Confirmation(0, null);
  private volatile @Nullable Duration clockOffset;
  private volatile @Nullable Runnable appendCheckpoint;
  private volatile boolean stopping;
  private final PollLoop loop;

  private RegisterDelivery(DeliveryParts parts) {
    this.parts = parts;
    store = BrokerAccess.tcp(parts.store(), parts.user());
    watermarks = new WatermarkTopic(store);
    clocks = new ClockComparison(store, parts.stream().lane(), parts.clock());
    resending = new Resending(parts.own(), parts.journal(), parts.stream(), () -> stopping);
    keeping = new Keeping(parts.journal(), parts.settings(), parts.clock(), () -> stopping);
    pollsBetweenHeartbeats = Math.max(1, parts.settings().heartbeatEvery().dividedBy(POLL));
    loop = PollLoop.start("delivery", POLL, this::step, this::failed);
  }

  /** Starts the delivery's thread. The parts stay their owner's, to be closed after it. */
  public static RegisterDelivery start(DeliveryParts parts) {
    return new RegisterDelivery(parts);
  }

  private void step() {
    if (parts.link().status().up()) {
      attempt("reading HQ's watermark", this::listen);
      attempt("answering HQ's request", this::answer);
      attempt("comparing clocks", this::compareClocks);
      attempt("sending a heartbeat", this::beat);
    }
    if (poll % POLLS_BETWEEN_LOOKS_AT_WHAT_IS_KEPT == 0) {
      attempt("letting go of what HQ holds", this::keep);
    }
    poll++;
  }

  private void listen() {
    Watermark newest = watermarks.newest(parts.stream()).orElse(null);
    if (newest == null || newest.equals(hq)) {
      return;
    }
    Confirmation checked = Confirmation.of(newest, parts.journal());
    String problem = checked.problem();
    if (problem != null && !problem.equals(confirmation.problem())) {
      LOG.error("{}", problem);
    }
    confirmation = checked;
    heardAt = parts.clock().instant();
    hq = newest;
  }

  private void answer() {
    Watermark newest = hq;
    if (newest != null) {
      resending.answer(newest.request());
    }
  }

  private void compareClocks() {
    if (poll >= nextClockComparison) {
      nextClockComparison = poll + POLLS_BETWEEN_CLOCK_COMPARISONS;
      clocks.offset().ifPresent(offset -> clockOffset = offset);
    }
  }

  /** Only when nothing waits: a heartbeat never stands before an entry it tells of. */
  private void beat() {
    Tail end = parts.journal().recorded();
    boolean due = poll >= nextHeartbeat || end.sequence() != announced;
    if (!due || parts.link().status().waiting() > 0) {
      return;
    }
    Heartbeat heartbeat =
        new Heartbeat(
            parts.stream(),
            end.sequence(),
            end.head(),
            parts.clock().instant(),
            parts.health(clockOffset));
    try (OwnWay way = OwnWay.open(parts.own(), parts.stream())) {
      way.heartbeat(parts.seal().over(Wire.HEARTBEAT.encode(heartbeat)));
      way.commit();
    }
    announced = end.sequence();
    nextHeartbeat = poll + pollsBetweenHeartbeats;
  }

  private void keep() {
    Runnable append = appendCheckpoint;
    if (keeping.look(confirmation.upTo()) && append != null) {
      append.run();
    }
  }

  /** One part's trouble is told once and does not keep the others from their work. */
  private void attempt(String what, Runnable part) {
    try {
      part.run();
      if (troubles.remove(what) != null) {
        LOG.info("Delivery: {} works again.", what);
      }
    } catch (RuntimeException e) {
      boolean away = e instanceof BrokerUnreachable;
      String trouble = away ? "away" : e.toString();
      if (!stopping && !trouble.equals(troubles.put(what, trouble))) {
        tell(what, away, e);
      }
    }
  }

  private static void tell(String what, boolean away, RuntimeException e) {
    if (away) {
      LOG.info("Delivery: {} waits: {} Trying again by itself.", what, e.getMessage());
    } else {
      LOG.error("Delivery: {} failed; trying again by itself.", what, e);
    }
  }

  private void failed(RuntimeException problem) {
    LOG.error("Delivery: a step failed; going on every {} ms.", POLL.toMillis(), problem);
  }

  @Override
  public DeliveryStatus status() {
    return new DeliveryStatus(
        parts.journal().recorded().sequence(),
        hq,
        heardAt,
        clockOffset,
        parts.disk().get(),
        problem());
  }

  private @Nullable String problem() {
    String wrong = confirmation.problem();
    return wrong == null ? resending.problem() : wrong;
  }

  @Override
  public long resent() {
    return resending.resent();
  }

  @Override
  public long kept() {
    return parts.journal().kept().count();
  }

  @Override
  public void onCheckpointDue(Runnable append) {
    appendCheckpoint = append;
  }

  /** Stops within a few seconds; what was not finished is done after the next start. */
  @Override
  public void close() {
    stopping = true;
    loop.close();
    watermarks.close();
    store.close();
  }
}
