package dev.tillbridge.devices.peripherals;

/** What came of a card drawn through the reader. */
public sealed interface CardSwipe {

  /** The card was read; its number stayed in the device. */
  record Read(Card card) implements CardSwipe {}

  /** The card was not read, and what the clerk does about it. */
  record Unreadable(DeviceOutcome.Fault why) implements CardSwipe {}
}
