package dev.tillbridge.devices.javapos;

import jpos.JposConst;
import jpos.JposException;

/** Power reporting, which every device that has it does alike. */
final class Power {

  /** A control's setPowerNotify. */
  interface Notify {
    void set(int notify) throws JposException;
  }

  private Power() {}

  static void watch(int capability, Notify notify) throws JposException {
    if (capability != JposConst.JPOS_PR_NONE) {
      notify.set(JposConst.JPOS_PN_ENABLED);
    }
  }

  static boolean off(int powerState) {
    return switch (powerState) {
      case JposConst.JPOS_PS_OFF, JposConst.JPOS_PS_OFFLINE, JposConst.JPOS_PS_OFF_OFFLINE -> true;
      default -> false;
    };
  }
}
