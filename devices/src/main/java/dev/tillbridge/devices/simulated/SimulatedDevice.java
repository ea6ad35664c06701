package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.Equipment;
import jpos.JposException;

/** Equipment made of software: a hand in the same process plugs, breaks and repairs it. */
public abstract sealed class SimulatedDevice extends Equipment
    permits SimulatedPrinter,
        SimulatedDrawer,
        SimulatedScanner,
        SimulatedDisplay,
        SimulatedScale,
        SimulatedMsr,
        SimulatedCardTerminal {

  private boolean plugged = true;

  SimulatedDevice(String logicalName) {
    super(logicalName);
  }

  /** Pulls or inserts its plug; unplugged, every operation answers JPOS_E_OFFLINE. */
  public synchronized void setPlugged(boolean plugged) {
    if (this.plugged == plugged) {
      return;
    }
    this.plugged = plugged;
    announcePower(plugged);
  }

  @Override
  public synchronized boolean plugged() {
    return plugged;
  }

  /** Undoes what was done to it by hand; called under the monitor. */
  abstract void repaired();

  /** Plugs it in and clears every fault, as the next clerk would want to find it. */
  public synchronized void repair() {
    setPlugged(true);
    repaired();
  }

  /** Refuses while it is unplugged. */
  final void online() throws JposException {
    requirePlugged();
  }

  @Override
  protected String description() {
    return "A device made of software";
  }
}
