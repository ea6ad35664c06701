package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.DeviceService;
import jpos.JposException;

/** The CashDrawer contract; sharable, as JavaPOS has it. */
final class DrawerService extends DeviceService {

  private final SimulatedDrawer drawer;

  DrawerService(SimulatedDrawer drawer) {
    super(drawer, false);
    this.drawer = drawer;
  }

  public boolean getCapStatus() throws JposException {
    requireOpen();
    return true;
  }

  public boolean getDrawerOpened() throws JposException {
    requireReady();
    return drawer.opened();
  }

  public void openDrawer() throws JposException {
    requireReady();
    drawer.kick();
  }

  /** Waits without beeping. */
  public void waitForDrawerClose(
      int beepTimeout, int beepFrequency, int beepDuration, int beepDelay) throws JposException {
    requireReady();
    drawer.awaitClosed();
  }
}
