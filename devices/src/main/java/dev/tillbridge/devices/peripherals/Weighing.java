package dev.tillbridge.devices.peripherals;

import java.math.BigDecimal;

/** What the scale made of being asked for a weight. */
public sealed interface Weighing {

  /**
   * The scale came to rest.
   *
   * @param kilograms more than zero, at three decimals, whatever unit the scale itself counts in
   */
  record Weight(BigDecimal kilograms) implements Weighing {}

  /** There is no weight to sell by, and what the clerk does about it. */
  record NoWeight(DeviceOutcome.Fault why) implements Weighing {}
}
