package dev.tillbridge.devices.simulated;

import jpos.CashDrawerConst;
import jpos.JposConst;
import jpos.JposException;

/** A cash drawer that springs open when kicked and stays so until it is pushed closed. */
public final class SimulatedDrawer extends SimulatedDevice {

  private boolean opened;
  private boolean jammed;
  private int timesOpened;

  SimulatedDrawer(String logicalName) {
    super(logicalName);
  }

  /** Pushes the drawer closed, as the clerk does after giving change. */
  public synchronized void pushClosed() {
    if (opened) {
      opened = false;
      announce(CashDrawerConst.CASH_SUE_DRAWERCLOSED);
    }
  }

  /** A jammed drawer answers a kick with JPOS_E_FAILURE. */
  public synchronized void setJammed(boolean jammed) {
    this.jammed = jammed;
  }

  public synchronized boolean opened() {
    return opened;
  }

  /** How often it sprang open. */
  public synchronized int timesOpened() {
    return timesOpened;
  }

  @Override
  protected synchronized String condition() {
    if (!plugged()) {
      return "not connected";
    }
    if (jammed) {
      return "jammed";
    }
    return opened ? "open" : "closed";
  }

  @Override
  void repaired() {
    jammed = false;
    pushClosed();
  }

  synchronized void kick() throws JposException {
    requirePlugged();
    if (jammed) {
      throw new JposException(
          JposConst.JPOS_E_FAILURE, logicalName() + " was kicked and did not open.");
    }
    if (!opened) {
      opened = true;
      timesOpened++;
      announce(CashDrawerConst.CASH_SUE_DRAWEROPEN);
    }
  }

  synchronized void awaitClosed() throws JposException {
    while (opened) {
      awaitChange(0);
    }
  }
}
