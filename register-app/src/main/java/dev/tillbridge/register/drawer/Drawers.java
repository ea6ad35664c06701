package dev.tillbridge.register.drawer;

import dev.tillbridge.register.lane.LaneLimits;
import java.math.BigDecimal;

/** The most of everything about drawers. */
public final class Drawers {

  /** Sessions that are open and set aside. */
  public static final int ASIDE_MAX = 8;

  static final BigDecimal AMOUNT_MAX = LaneLimits.AMOUNT_MAX;
  static final int PIECES_MAX = 100_000;

  private Drawers() {}
}
