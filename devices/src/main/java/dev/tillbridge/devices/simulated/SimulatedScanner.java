package dev.tillbridge.devices.simulated;

/** A barcode scanner. */
public final class SimulatedScanner extends SimulatedDevice {

  SimulatedScanner(String logicalName) {
    super(logicalName);
  }

  /**
   * Reads a barcode.
   *
   * @return whether it was taken: an unplugged or disabled scanner, or one with {@value
   *     ScannerService#SCANS_WAITING_MAX} unread scans, takes none
   */
  public synchronized boolean scan(String code) {
    return plugged()
        && attached().stream()
            .anyMatch(service -> service instanceof ScannerService scanner && scanner.take(code));
  }

  @Override
  protected synchronized String condition() {
    return plugged() ? "ready" : "not connected";
  }

  @Override
  void repaired() {}
}
