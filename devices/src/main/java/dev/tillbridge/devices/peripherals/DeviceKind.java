package dev.tillbridge.devices.peripherals;

import dev.tillbridge.model.identity.LaneId;

/** The devices a lane has, in the order the screen lists them. */
public enum DeviceKind {
  PRINTER("printer", "receipt printer", "POSPrinter"),
  DRAWER("drawer", "cash drawer", "CashDrawer"),
  SCANNER("scanner", "scanner", "Scanner"),
  DISPLAY("display", "customer display", "LineDisplay");

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
