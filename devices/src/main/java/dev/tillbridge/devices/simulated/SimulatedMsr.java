package dev.tillbridge.devices.simulated;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A magnetic stripe reader. */
public final class SimulatedMsr extends SimulatedDevice {

  SimulatedMsr(String logicalName) {
    super(logicalName);
  }

  /**
   * Draws a card through.
   *
   * @return whether it was taken: an unplugged or disabled reader, or one with {@value
   *     MsrService#SWIPES_WAITING_MAX} unread swipes, takes none
   */
  public boolean swipe(TestCard card) {
    return swipe(card.track2());
  }

  /** Draws a customer's card through, which has its number on track 2 and nothing else. */
  public boolean swipe(String number) {
    return swipe(number.getBytes(US_ASCII));
  }

  private synchronized boolean swipe(byte[] track) {
    return plugged()
        && attached().stream()
            .anyMatch(service -> service instanceof MsrService msr && msr.take(track));
  }

  /** Draws a card through too slowly, or one with a scratched stripe. */
  public synchronized boolean swipeBadly() {
    return plugged()
        && attached().stream()
            .anyMatch(service -> service instanceof MsrService msr && msr.misread());
  }

  @Override
  protected synchronized String condition() {
    return plugged() ? "ready" : "not connected";
  }

  @Override
  void repaired() {}
}
