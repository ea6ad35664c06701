package dev.tillbridge.devices.javapos;

import jpos.BaseJposControl;
import jpos.JposException;

/** What differs between kinds of device; everything is called on the device's own thread. */
interface DeviceType<C extends BaseJposControl> {

  /** A closed control, its listeners added. {@code changed} is called when its state may differ. */
  C control(Runnable changed);

  /** After claim, before enable. */
  void configure(C control) throws JposException;

  /** After enable. */
  void begin(C control) throws JposException;

  /** Looks at an enabled device. */
  Condition look(C control) throws JposException;
}
