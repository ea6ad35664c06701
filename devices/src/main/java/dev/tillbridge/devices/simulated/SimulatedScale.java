package dev.tillbridge.devices.simulated;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.ScaleConst;

/** A counter scale with a plate that takes its time to come to rest. */
public final class SimulatedScale extends SimulatedDevice {

  /** The heaviest load. */
  public static final BigDecimal CAPACITY = new BigDecimal("15.000");

  /** How long the plate swings. */
  public static final Duration USUAL_SETTLING = Duration.ofMillis(300);

  /** The furthest from zero that it can be set to zero, as a scale for trade may. */
  static final BigDecimal ZERO_RANGE = new BigDecimal("0.300");

  private static final ScheduledThreadPoolExecutor TIME = time();

  private BigDecimal load = BigDecimal.ZERO;
  private BigDecimal zero = BigDecimal.ZERO;
  private Duration settling = USUAL_SETTLING;
  private boolean restless;
  private boolean atRest = true;
  private long movements;

  SimulatedScale(String logicalName) {
    super(logicalName);
  }

  /**
   * Puts so many kilograms on the plate in place of what is there; zero clears it.
   *
   * <p>A negative load is what a plate that was lifted off leaves behind.
   */
  public synchronized void put(BigDecimal kilograms) {
    load = kilograms;
    moved();
  }

  public synchronized void setSettling(Duration settling) {
    this.settling = settling;
  }

  /** A hand on the plate: it does not come to rest until taken away. */
  public synchronized void setRestless(boolean restless) {
    this.restless = restless;
    moved();
  }

  public synchronized boolean restless() {
    return restless;
  }

  /** What its own window shows, in kilograms. */
  public synchronized BigDecimal shown() {
    return load.subtract(zero);
  }

  @Override
  protected synchronized String condition() {
    if (!plugged()) {
      return "not connected";
    }
    if (shown().compareTo(CAPACITY) > 0) {
      return "overloaded";
    }
    return shown().signum() < 0 ? "below zero" : "ready";
  }

  @Override
  void repaired() {
    restless = false;
    zero = BigDecimal.ZERO;
    put(BigDecimal.ZERO);
  }

  synchronized boolean atRest() {
    return atRest;
  }

  synchronized void setZero() throws JposException {
    requirePlugged();
    if (!atRest || load.abs().compareTo(ZERO_RANGE) > 0) {
      throw new JposException(
          JposConst.JPOS_E_FAILURE,
          "%s: %s kg cannot become its zero; allowed: at rest, up to %s kg."
              .formatted(logicalName(), load, ZERO_RANGE));
    }
    zero = load;
    announce(status());
  }

  /** The StatusUpdateEvent that describes it now. */
  synchronized int status() {
    if (shown().compareTo(CAPACITY) > 0) {
      return ScaleConst.SCAL_SUE_WEIGHT_OVERWEIGHT;
    }
    if (!atRest) {
      return ScaleConst.SCAL_SUE_WEIGHT_UNSTABLE;
    }
    return switch (shown().signum()) {
      case -1 -> ScaleConst.SCAL_SUE_WEIGHT_UNDER_ZERO;
      case 0 -> ScaleConst.SCAL_SUE_WEIGHT_ZERO;
      default -> ScaleConst.SCAL_SUE_STABLE_WEIGHT;
    };
  }

  private void moved() {
    atRest = false;
    long movement = ++movements;
    announce(status());
    if (restless) {
      return;
    }
    TIME.schedule(() -> rest(movement), settling.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void rest(long movement) {
    if (movement == movements) {
      atRest = true;
      announce(status());
    }
  }

  private static ScheduledThreadPoolExecutor time() {
    return new ScheduledThreadPoolExecutor(
        1, Thread.ofPlatform().daemon().name("simulated scales").factory());
  }
}
