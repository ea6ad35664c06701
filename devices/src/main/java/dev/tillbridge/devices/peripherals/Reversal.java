package dev.tillbridge.devices.peripherals;

/** What became of a reversal. */
public sealed interface Reversal {

  /** The acquirer holds nothing under the key, and will take nothing under it any more. */
  record Reversed() implements Reversal {}

  /** The acquirer does not reverse it; a human must. */
  record Refused(String reason) implements Reversal {}

  /** Not known to be done. Ask again with the same key until it is. */
  record Pending(String message) implements Reversal {}
}
