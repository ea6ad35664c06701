package dev.tillbridge.devices.peripherals;

/** What a device made of a request. */
public sealed interface DeviceOutcome {

  /** The device did it. */
  record Done() implements DeviceOutcome {}

  /**
   * The device did not do it; the sale stands all the same.
   *
   * @param device its name for the clerk, such as {@code receipt printer}
   * @param message the fact and the state the device is in now
   * @param nextStep what the clerk does about it
   */
  record Fault(String device, String message, String nextStep) implements DeviceOutcome {}
}
