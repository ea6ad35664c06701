package dev.tillbridge.devices.escpos;

/** What a printer says of itself, from its four real-time status bytes. */
record PrinterStatus(
    boolean coverOpen,
    boolean paperOut,
    boolean paperNearEnd,
    boolean failed,
    boolean drawerLevel) {

  static final PrinterStatus READY = new PrinterStatus(false, false, false, false, false);

  /** Replies to DLE EOT have bits 1 and 4 set and bits 0 and 7 clear. */
  static boolean isReply(int one) {
    return (one & 0x93) == 0x12;
  }

  /**
   * @param printer reply to DLE EOT 1, and so on
   */
  static PrinterStatus of(int printer, int cause, int error, int paper) {
    return new PrinterStatus(
        (cause & 0x04) != 0,
        (paper & 0x60) != 0 || (cause & 0x20) != 0,
        (paper & 0x0c) != 0,
        (error & 0x6c) != 0,
        (printer & 0x04) != 0);
  }

  /** Whether it would print now. */
  boolean ready() {
    return !coverOpen && !paperOut && !failed;
  }
}
