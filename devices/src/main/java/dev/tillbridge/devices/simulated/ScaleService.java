package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.DeviceService;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import jpos.ScaleConst;

/** The Scale contract, read synchronously; exclusive. */
final class ScaleService extends DeviceService {

  /** What it counts in. */
  enum Unit {
    KG(ScaleConst.SCAL_WU_KILOGRAM, "1"),
    G(ScaleConst.SCAL_WU_GRAM, "0.001"),
    LB(ScaleConst.SCAL_WU_POUND, "0.45359237"),
    OZ(ScaleConst.SCAL_WU_OUNCE, "0.028349523125");

    private final int code;
    private final BigDecimal kilograms;

    Unit(int code, String kilograms) {
      this.code = code;
      this.kilograms = new BigDecimal(kilograms);
    }
  }

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

  private final SimulatedScale scale;
  private final Unit unit;
  private boolean zeroValid;
  private int statusNotify = ScaleConst.SCAL_SN_DISABLED;

  ScaleService(SimulatedScale scale, Unit unit) {
    super(scale, true);
    this.scale = scale;
    this.unit = unit;
  }

  public boolean getCapZeroScale() throws JposException {
    requireOpen();
    return true;
  }

  public boolean getCapStatusUpdate() throws JposException {
    requireOpen();
    return true;
  }

  public int getWeightUnit() throws JposException {
    requireOpen();
    return unit.code;
  }

  public int getMaximumWeight() throws JposException {
    requireOpen();
    return counted(SimulatedScale.CAPACITY);
  }

  public boolean getAsyncMode() throws JposException {
    requireOpen();
    return false;
  }

  public void setAsyncMode(boolean async) throws JposException {
    requireOpen();
    if (async) {
      throw illegal("weighing asynchronously");
    }
  }

  public boolean getZeroValid() throws JposException {
    synchronized (scale) {
      requireOpen();
      return zeroValid;
    }
  }

  public void setZeroValid(boolean valid) throws JposException {
    synchronized (scale) {
      requireOpen();
      zeroValid = valid;
    }
  }

  public int getStatusNotify() throws JposException {
    synchronized (scale) {
      requireOpen();
      return statusNotify;
    }
  }

  public void setStatusNotify(int notify) throws JposException {
    synchronized (scale) {
      requireOpen();
      if (getDeviceEnabled()) {
        throw illegal("changing StatusNotify while enabled");
      }
      statusNotify = notify;
    }
  }

  public int getScaleLiveWeight() throws JposException {
    synchronized (scale) {
      requireReady();
      return counted(scale.shown());
    }
  }

  @Override
  public void setDeviceEnabled(boolean enable) throws JposException {
    synchronized (scale) {
      super.setDeviceEnabled(enable);
      statusChanged(scale.status());
    }
  }

  public void readWeight(int[] weightData, int timeoutMillis) throws JposException {
    if (timeoutMillis < JposConst.JPOS_FOREVER) {
      throw illegal("waiting for " + timeoutMillis + " ms; allowed: -1 and up");
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    synchronized (scale) {
      while (true) {
        requireReady();
        scale.online();
        refuseOutOfRange();
        if (scale.atRest() && (zeroValid || scale.shown().signum() != 0)) {
          weightData[0] = counted(scale.shown());
          return;
        }
        await(timeoutMillis, deadline);
      }
    }
  }

  public void zeroScale() throws JposException {
    requireReady();
    scale.setZero();
  }

  /** Weight reports are for those who asked for them; power is reported by its own switch. */
  @Override
  protected boolean reported(int status) {
    return status > ScaleConst.SCAL_SUE_WEIGHT_UNDERWEIGHT
        || statusNotify == ScaleConst.SCAL_SN_ENABLED;
  }

  private void refuseOutOfRange() throws JposException {
    if (scale.shown().compareTo(SimulatedScale.CAPACITY) > 0) {
      throw extended(ScaleConst.JPOS_ESCAL_OVERWEIGHT, "more than it can weigh");
    }
    if (scale.atRest() && scale.shown().signum() < 0) {
      throw extended(ScaleConst.JPOS_ESCAL_UNDER_ZERO, "less than zero");
    }
  }

  private void await(int timeoutMillis, long deadline) throws JposException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (timeoutMillis != JposConst.JPOS_FOREVER && left <= 0) {
      throw new JposException(
          JposConst.JPOS_E_TIMEOUT,
          "%s: no stable weight within %d ms.".formatted(scale.logicalName(), timeoutMillis));
    }
    scale.awaitChange(timeoutMillis == JposConst.JPOS_FOREVER ? 0 : left);
  }

  private int counted(BigDecimal kilograms) {
    return kilograms
        .multiply(THOUSAND)
        .divide(unit.kilograms, 0, RoundingMode.HALF_UP)
        .intValueExact();
  }

  private JposException extended(int code, String what) {
    return new JposException(
        JposConst.JPOS_E_EXTENDED, code, scale.logicalName() + " carries " + what + ".");
  }
}
