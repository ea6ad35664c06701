package dev.tillbridge.devices.peripherals;

/** What came of a card drawn through the reader. */
public sealed interface CardSwipe {

  /** A payment card; its number stayed in the device. */
  record OfBank(Card card) implements CardSwipe {}

  /**
   * A card of the shop's own.
   *
   * @param number no payment card's
   */
  record OfCustomer(String number) implements CardSwipe {}

  /** The card was not read, and what the clerk does about it. */
  record Unreadable(DeviceOutcome.Fault why) implements CardSwipe {}
}
