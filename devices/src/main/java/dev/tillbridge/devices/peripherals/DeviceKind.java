package dev.tillbridge.devices.peripherals;

import dev.tillbridge.model.identity.LaneId;

/** The devices a lane has, in the order the screen lists them. */
public enum DeviceKind {
  PRINTER("printer", "receipt printer", "POSPrinter"),
  DRAWER("drawer", "cash drawer", "CashDrawer"),
  SCANNER("scanner", "scanner", "Scanner"),
  DISPLAY("display", "customer display", "LineDisplay"),
  SCALE("scale", "scale", "Scale"),
  MSR("msr", "card reader", "MSR"),
  CARD_TERMINAL("cat", "card terminal", "CAT");

  private final String shortName;
  private final String clerkName;
  private final String category;

  DeviceKind(String shortName, String clerkName, String category) {
    this.shortName = shortName;
    this.clerkName = clerkName;
    this.category = category;
  }

  /** What the clerk calls it. */
  public String clerkName() {
    return clerkName;
  }

  /** Whether a lane may do without: then its jpos.xml has no entry and nobody is told to fix it. */
  public boolean optional() {
    return switch (this) {
      case PRINTER, DRAWER, SCANNER, DISPLAY -> false;
      case SCALE, MSR, CARD_TERMINAL -> true;
    };
  }

  /** The answer of a lane that has no such device. */
  public DeviceOutcome.Fault noneHere() {
    return new DeviceOutcome.Fault(clerkName, "This lane has no " + clerkName + ".", instead());
  }

  private String instead() {
    return switch (this) {
      case PRINTER -> "Write the receipt by hand.";
      case DRAWER -> "Open the drawer with its key.";
      case SCANNER -> "Type the codes.";
      case DISPLAY -> "Tell the customer the amount.";
      case SCALE -> "Type the weight.";
      case MSR -> "Search for the customer by name.";
      case CARD_TERMINAL -> "Take another tender.";
    };
  }

  /** The JavaPOS device category. */
  public String category() {
    return category;
  }

  /**
   * Its name in jpos.xml, such as {@code S01-R01/printer}: the JavaPOS registry is one per JVM, so
   * the lane is part of the name.
   */
  public String logicalName(LaneId lane) {
    return lane + "/" + shortName;
  }
}
