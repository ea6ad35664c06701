package dev.tillbridge.devices.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jpos.JposConst;
import jpos.JposException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of equipment, shared by every control that opened its logical name.
 *
 * <p>Its monitor guards its own state and the state of the services attached to it.
 */
@SuppressWarnings("ReferenceEquality") // a claim belongs to one service, not to its like
public abstract class Equipment {

  private final String logicalName;
  private final List<DeviceService> attached = new ArrayList<>();
  private @Nullable DeviceService claimant;

  protected Equipment(String logicalName) {
    this.logicalName = logicalName;
  }

  public final String logicalName() {
    return logicalName;
  }

  /** Whether it is there and has power. */
  public abstract boolean plugged();

  /** The state in words, {@code ready} when it would do its work. */
  protected abstract String condition();

  /** What it is, for a control that asks. */
  protected abstract String description();

  /** The first control enables it: the moment to connect to it. */
  protected void enabling() throws JposException {}

  /** A control disabled or closed it. */
  protected void disabled() {}

  /** Tells every control that watches its power; called under the monitor. */
  protected final synchronized void announcePower(boolean on) {
    attached.forEach(service -> service.powerChanged(on));
    notifyAll();
  }

  synchronized void attach(DeviceService service) {
    attached.add(service);
  }

  synchronized void detach(DeviceService service) {
    attached.remove(service);
    release(service);
  }

  synchronized void claim(DeviceService service, int timeoutMillis) throws JposException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (claimant != null && claimant != service) {
      long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (timeoutMillis != JposConst.JPOS_FOREVER && leftMillis <= 0) {
        throw new JposException(
            JposConst.JPOS_E_TIMEOUT,
            logicalName
                + " is claimed by another control, which did not release it within "
                + timeoutMillis
                + " ms.");
      }
      awaitChange(timeoutMillis == JposConst.JPOS_FOREVER ? 0 : leftMillis);
    }
    claimant = service;
  }

  synchronized void release(DeviceService service) {
    if (claimant == service) {
      claimant = null;
      notifyAll();
    }
  }

  synchronized boolean claimedBy(DeviceService service) {
    return claimant == service;
  }

  synchronized boolean claimedByOtherThan(DeviceService service) {
    return claimant != null && claimant != service;
  }

  /**
   * Tells every enabled control; called under the monitor, so that order is the order of change.
   */
  protected final synchronized void announce(int status) {
    attached.forEach(service -> service.statusChanged(status));
    notifyAll();
  }

  protected final synchronized List<DeviceService> attached() {
    return List.copyOf(attached);
  }

  /** Waits until something about the device changes; 0 waits for ever. */
  @SuppressWarnings("WaitNotInLoop") // the callers loop over their own condition
  public final synchronized void awaitChange(long millis) throws JposException {
    try {
      wait(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new JposException(
          JposConst.JPOS_E_FAILURE, logicalName + ": waiting was interrupted.", interrupted);
    }
  }

  protected final synchronized void requirePlugged() throws JposException {
    if (!plugged()) {
      throw new JposException(JposConst.JPOS_E_OFFLINE, logicalName + " is not connected.");
    }
  }
}
