package dev.tillbridge.devices.simulated;

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
  public synchronized boolean swipe(TestCard card) {
    return plugged()
        && attached().stream()
            .anyMatch(service -> service instanceof MsrService msr && msr.take(card.track2()));
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
