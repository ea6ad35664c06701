package dev.tillbridge.devices.escpos;

import dev.tillbridge.devices.service.Equipment;
import java.io.IOException;
import jpos.JposConst;
import jpos.JposException;

/** A cash drawer plugged into a network printer. */
final class NetworkDrawer extends Equipment {

  /** What the drawer's switch tells the printer. */
  enum Sensor {
    NONE,
    HIGH_WHEN_OPEN,
    LOW_WHEN_OPEN
  }

  private final PrinterWire wire;
  private final Sensor sensor;
  private int enabled;
  private volatile boolean online;

  NetworkDrawer(String logicalName, PrinterWire wire, Sensor sensor) {
    super(logicalName);
    this.wire = wire;
    this.sensor = sensor;
  }

  boolean hasSensor() {
    return sensor != Sensor.NONE;
  }

  boolean opened() throws JposException {
    return switch (sensor) {
      case NONE -> false;
      case HIGH_WHEN_OPEN -> status().drawerLevel();
      case LOW_WHEN_OPEN -> !status().drawerLevel();
    };
  }

  /** In real time when the printer is stopped, for want of paper for instance. */
  void kick() throws JposException {
    boolean printing = status().ready();
    try {
      wire.send(printing ? EscPos.KICK : EscPos.KICK_NOW);
    } catch (IOException failed) {
      throw offline(failed);
    }
  }

  @Override
  public boolean plugged() {
    return online;
  }

  @Override
  protected String condition() {
    return online ? "ready" : "not connected";
  }

  @Override
  protected String description() {
    return "A cash drawer at an ESC/POS printer";
  }

  @Override
  protected synchronized void enabling() throws JposException {
    wire.use();
    enabled++;
    try {
      status();
    } catch (JposException unreachable) {
      disabled();
      throw new JposException(JposConst.JPOS_E_NOHARDWARE, unreachable.getMessage(), unreachable);
    }
  }

  @Override
  protected synchronized void disabled() {
    if (enabled > 0) {
      enabled--;
      wire.leave();
    }
  }

  private PrinterStatus status() throws JposException {
    try {
      PrinterStatus status = wire.status();
      online = true;
      return status;
    } catch (IOException failed) {
      throw offline(failed);
    }
  }

  private JposException offline(IOException failed) {
    online = false;
    return new JposException(
        JposConst.JPOS_E_OFFLINE,
        logicalName() + " is not reached: " + failed.getMessage(),
        failed);
  }
}
