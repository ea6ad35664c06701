package dev.tillbridge.devices.peripherals;

import java.util.List;
import java.util.function.Consumer;

/**
 * The devices of one lane.
 *
 * <p>No call throws because of a device, and each returns within a few seconds; a card payment
 * takes the customer's time, within a named limit. Safe for use from any thread; calls for the same
 * device wait for each other within that bound.
 */
public interface Peripherals extends AutoCloseable {

  /**
   * Prints the whole receipt or reports why not.
   *
   * <p>After a fault nothing of the receipt is still waiting in the printer: asking again prints it
   * once, from its first line.
   */
  DeviceOutcome print(Receipt receipt);

  /**
   * Kicks the cash drawer; done when the kick was accepted, not when somebody closes the drawer.
   */
  DeviceOutcome openDrawer();

  /** Shows two lines of 20 characters to the customer; longer text is cut. */
  DeviceOutcome display(String upper, String lower);

  /**
   * Hands each scanned code to the consumer, in the order scanned, on the scanner's event thread.
   *
   * <p>One consumer at a time: the last one set. An exception from it is logged and the next scan
   * still arrives.
   */
  void onScan(Consumer<String> scanned);

  /**
   * Reads the weight on the scale once it is at rest.
   *
   * <p>Returns within a few seconds, with a weight or with the reason why there is none.
   */
  default Weighing weigh() {
    return new Weighing.NoWeight(DeviceKind.SCALE.noneHere());
  }

  /** Makes the scale's present load its zero, as after putting a tray on it. */
  default DeviceOutcome zeroScale() {
    return DeviceKind.SCALE.noneHere();
  }

  /**
   * Hands each card drawn through the reader to the consumer, in order, on the reader's event
   * thread; without a reader none ever comes. As with {@link #onScan}, the last consumer set
   * counts.
   *
   * <p>A payment card's number and the track do not leave the device call: only a {@link Card}
   * does.
   */
  default void onSwipe(Consumer<CardSwipe> swiped) {}

  /** Payments by card; one that refuses everything in words when the lane has no terminal. */
  default CardTerminal cardTerminal() {
    return CardTerminal.NONE;
  }

  /**
   * How each device is now, in a fixed order, for the screen. An optional device that the lane does
   * not have is left out.
   */
  List<DeviceStatus> status();

  /** Releases every device; later calls answer with a fault. */
  @Override
  void close();
}
