package dev.tillbridge.devices.simulated;

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
public abstract sealed class SimulatedDevice
    permits SimulatedPrinter, SimulatedDrawer, SimulatedScanner, SimulatedDisplay {

  private final String logicalName;
  private final List<DeviceService> attached = new ArrayList<>();
  private @Nullable DeviceService claimant;
  private boolean plugged = true;

  SimulatedDevice(String logicalName) {
    this.logicalName = logicalName;
  }

  public String logicalName() {
    return logicalName;
  }

  /** Pulls or inserts its plug; unplugged, every operation answers JPOS_E_OFFLINE. */
  public synchronized void setPlugged(boolean plugged) {
    if (this.plugged == plugged) {
      return;
    }
    this.plugged = plugged;
    attached.forEach(service -> service.powerChanged(plugged));
  }

  public synchronized boolean plugged() {
    return plugged;
  }

  /** The state in words, {@code ready} when it would do its work. */
  abstract String condition();

  /** Undoes what was done to it by hand; called under the monitor. */
  abstract void repaired();

  /** Plugs it in and clears every fault, as the next clerk would want to find it. */
  public synchronized void repair() {
    setPlugged(true);
    repaired();
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
  synchronized void announce(int status) {
    attached.forEach(service -> service.statusChanged(status));
    notifyAll();
  }

  synchronized List<DeviceService> attached() {
    return List.copyOf(attached);
  }

  /** Waits until something about the device changes; 0 waits for ever. */
  @SuppressWarnings("WaitNotInLoop") // the callers loop over their own condition
  synchronized void awaitChange(long millis) throws JposException {
    try {
      wait(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new JposException(
          JposConst.JPOS_E_FAILURE, logicalName + ": waiting was interrupted.", interrupted);
    }
  }

  synchronized void requirePlugged() throws JposException {
    if (!plugged) {
      throw new JposException(JposConst.JPOS_E_OFFLINE, logicalName + " is not connected.");
    }
  }
}
