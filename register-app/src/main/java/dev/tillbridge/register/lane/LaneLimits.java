package dev.tillbridge.register.lane;

import java.math.BigDecimal;

/** The most of everything on a lane; at the limit the command is refused. */
public final class LaneLimits {

  public static final int LINES_MAX = 2_000;
  public static final BigDecimal QUANTITY_MAX = new BigDecimal("999999");
  public static final int QUANTITY_DECIMALS_MAX = 3;

  /** In the currency's major unit: unit prices, floats, counts and cash handed over. */
  public static final BigDecimal AMOUNT_MAX = new BigDecimal("10000000");

  public static final int CODE_LENGTH_MAX = 64;
  public static final int PERCENT_DECIMALS_MAX = 2;
  public static final int COUPONS_MAX = 20;
  public static final int TENDERS_MAX = 20;
  public static final int REASON_LENGTH_MAX = 100;
  public static final int REFERENCE_LENGTH_MAX = 64;
  public static final int PIN_LENGTH_MAX = 64;

  /** Receipts and display texts that wait for a device. */
  public static final int COUNTER_WORK_MAX = 32;

  private LaneLimits() {}
}
