package dev.tillbridge.devices.javapos;

import jpos.CashDrawer;
import jpos.JposException;

/** The cash drawer. */
final class DrawerType implements DeviceType<CashDrawer> {

  @Override
  public CashDrawer control(Runnable changed) {
    CashDrawer drawer = new CashDrawer();
    drawer.addStatusUpdateListener(_ -> changed.run());
    return drawer;
  }

  @Override
  public void configure(CashDrawer drawer) throws JposException {
    Power.watch(drawer.getCapPowerReporting(), drawer::setPowerNotify);
  }

  @Override
  public void begin(CashDrawer drawer) {}

  @Override
  public Condition look(CashDrawer drawer) throws JposException {
    if (Power.off(drawer.getPowerState())) {
      return Condition.NOT_CONNECTED;
    }
    if (!drawer.getCapStatus()) {
      return Condition.READY;
    }
    return new Condition(drawer.getDrawerOpened() ? "open" : "closed", true);
  }
}
