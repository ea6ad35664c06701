package dev.tillbridge.devices.escpos;

import dev.tillbridge.devices.service.DeviceService;
import jpos.JposException;

/** The CashDrawer contract over a network printer; sharable, as JavaPOS has it. */
final class NetworkDrawerService extends DeviceService {

  private final NetworkDrawer drawer;

  NetworkDrawerService(NetworkDrawer drawer) {
    super(drawer, false);
    this.drawer = drawer;
  }

  public boolean getCapStatus() throws JposException {
    requireOpen();
    return drawer.hasSensor();
  }

  public boolean getDrawerOpened() throws JposException {
    requireReady();
    return drawer.opened();
  }

  public void openDrawer() throws JposException {
    requireReady();
    drawer.kick();
  }
}
