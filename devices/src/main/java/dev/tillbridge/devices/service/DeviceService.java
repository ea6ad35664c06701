package dev.tillbridge.devices.service;

import jpos.JposConst;
import jpos.JposException;
import jpos.events.StatusUpdateEvent;
import jpos.services.EventCallbacks;
import org.jspecify.annotations.Nullable;

/**
 * What every service of ours does alike: open, claim, enable, freeze, power, health.
 *
 * <p>Public methods are operations of the JavaPOS contract, reached through {@link ContractProxy};
 * everything else is not public. State is guarded by the device's monitor.
 */
public abstract class DeviceService {

  static final int VERSION = 1015000;

  private static final int POWER_NOTIFY_DISABLED = JposConst.JPOS_PN_DISABLED;

  private final Equipment device;
  private final boolean exclusive;
  private final EventThread events;
  private @Nullable EventCallbacks control;
  private boolean opened;
  private boolean enabled;
  private int powerNotify = POWER_NOTIFY_DISABLED;
  private String checkHealthText = "";

  /**
   * @param exclusive whether it must be claimed before it is enabled; a sharable one may be
   */
  protected DeviceService(Equipment device, boolean exclusive) {
    this.device = device;
    this.exclusive = exclusive;
    this.events = new EventThread(device.logicalName());
  }

  public void open(String logicalName, EventCallbacks callbacks) throws JposException {
    synchronized (device) {
      if (opened) {
        throw illegal("it is open already");
      }
      control = callbacks;
      opened = true;
      device.attach(this);
    }
    events.start();
  }

  public void close() throws JposException {
    synchronized (device) {
      requireOpen();
      opened = false;
      events.stop();
      device.detach(this);
      if (enabled) {
        enabled = false;
        device.disabled();
      }
    }
  }

  public void deleteInstance() {}

  public void claim(int timeoutMillis) throws JposException {
    synchronized (device) {
      requireOpen();
      if (timeoutMillis < JposConst.JPOS_FOREVER) {
        throw illegal("a claim timeout of " + timeoutMillis + " ms; allowed: -1 and up");
      }
      device.claim(this, timeoutMillis);
    }
  }

  public void release() throws JposException {
    synchronized (device) {
      requireOpen();
      if (!device.claimedBy(this)) {
        throw illegal("a release of what is not claimed");
      }
      if (exclusive) {
        setDeviceEnabled(false);
        events.clear();
      }
      device.release(this);
    }
  }

  public boolean getClaimed() throws JposException {
    requireOpen();
    return device.claimedBy(this);
  }

  public void setDeviceEnabled(boolean enable) throws JposException {
    synchronized (device) {
      requireOpen();
      if (exclusive) {
        requireClaimed();
      }
      if (enable && !enabled) {
        device.enabling();
      }
      if (enable && !enabled && !device.plugged()) {
        throw new JposException(
            JposConst.JPOS_E_NOHARDWARE, device.logicalName() + " is not connected.");
      }
      if (enabled && !enable) {
        device.disabled();
      }
      enabled = enable;
    }
  }

  public boolean getDeviceEnabled() throws JposException {
    synchronized (device) {
      requireOpen();
      return enabled;
    }
  }

  public void setFreezeEvents(boolean freeze) throws JposException {
    requireOpen();
    events.setFrozen(freeze);
  }

  public boolean getFreezeEvents() throws JposException {
    requireOpen();
    return events.frozen();
  }

  public int getState() {
    synchronized (device) {
      return opened ? JposConst.JPOS_S_IDLE : JposConst.JPOS_S_CLOSED;
    }
  }

  public int getCapPowerReporting() throws JposException {
    requireOpen();
    return JposConst.JPOS_PR_STANDARD;
  }

  public void setPowerNotify(int notify) throws JposException {
    synchronized (device) {
      requireOpen();
      if (enabled) {
        throw illegal("changing PowerNotify while enabled");
      }
      powerNotify = notify;
    }
  }

  public int getPowerNotify() throws JposException {
    synchronized (device) {
      requireOpen();
      return powerNotify;
    }
  }

  public int getPowerState() throws JposException {
    synchronized (device) {
      requireOpen();
      if (!enabled || powerNotify == POWER_NOTIFY_DISABLED) {
        return JposConst.JPOS_PS_UNKNOWN;
      }
      return device.plugged() ? JposConst.JPOS_PS_ONLINE : JposConst.JPOS_PS_OFF_OFFLINE;
    }
  }

  public void checkHealth(int level) throws JposException {
    synchronized (device) {
      requireReady();
      checkHealthText =
          switch (level) {
            case JposConst.JPOS_CH_INTERNAL -> "Internal HCheck: " + health();
            case JposConst.JPOS_CH_EXTERNAL -> "External HCheck: " + health();
            default -> throw illegal("an interactive health check");
          };
    }
  }

  public String getCheckHealthText() throws JposException {
    synchronized (device) {
      requireOpen();
      return checkHealthText;
    }
  }

  public int getDeviceServiceVersion() {
    return VERSION;
  }

  public String getDeviceServiceDescription() throws JposException {
    requireOpen();
    return "Tillbridge device service";
  }

  public String getPhysicalDeviceName() throws JposException {
    requireOpen();
    return device.logicalName();
  }

  public String getPhysicalDeviceDescription() throws JposException {
    requireOpen();
    return device.description();
  }

  Equipment device() {
    return device;
  }

  protected final EventThread events() {
    return events;
  }

  protected final EventCallbacks control() throws JposException {
    synchronized (device) {
      if (control == null) {
        throw new JposException(JposConst.JPOS_E_CLOSED, device.logicalName() + " is not open.");
      }
      return control;
    }
  }

  /** Whether the control asked to hear of this status. */
  protected boolean reported(int status) {
    return true;
  }

  /** Called under the device's monitor. */
  protected final void statusChanged(int status) {
    if (enabled && control != null && reported(status)) {
      EventCallbacks to = control;
      events.add(
          () -> to.fireStatusUpdateEvent(new StatusUpdateEvent(to.getEventSource(), status)));
    }
  }

  /** Called under the device's monitor. */
  void powerChanged(boolean on) {
    if (powerNotify != POWER_NOTIFY_DISABLED) {
      statusChanged(on ? JposConst.JPOS_SUE_POWER_ONLINE : JposConst.JPOS_SUE_POWER_OFF_OFFLINE);
    }
  }

  protected final void requireOpen() throws JposException {
    synchronized (device) {
      if (!opened) {
        throw new JposException(JposConst.JPOS_E_CLOSED, device.logicalName() + " is not open.");
      }
    }
  }

  /** Open, free for this control, enabled. */
  protected final void requireReady() throws JposException {
    synchronized (device) {
      requireOpen();
      if (exclusive) {
        requireClaimed();
      } else if (device.claimedByOtherThan(this)) {
        throw claimedByOther();
      }
      if (!enabled) {
        throw new JposException(
            JposConst.JPOS_E_DISABLED, device.logicalName() + " is not enabled.");
      }
    }
  }

  protected final JposException illegal(String what) {
    return new JposException(
        JposConst.JPOS_E_ILLEGAL, device.logicalName() + " does not do that: " + what + ".");
  }

  private void requireClaimed() throws JposException {
    if (device.claimedByOtherThan(this)) {
      throw claimedByOther();
    }
    if (!device.claimedBy(this)) {
      throw new JposException(
          JposConst.JPOS_E_NOTCLAIMED, device.logicalName() + " must be claimed first.");
    }
  }

  private JposException claimedByOther() {
    return new JposException(
        JposConst.JPOS_E_CLAIMED, device.logicalName() + " is claimed by another control.");
  }

  private String health() {
    String condition = device.condition();
    return switch (condition) {
      case "ready", "open", "closed" -> "Successful";
      default -> condition;
    };
  }
}
