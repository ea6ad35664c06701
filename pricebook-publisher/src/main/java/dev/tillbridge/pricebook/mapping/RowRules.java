package dev.tillbridge.pricebook.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What rows are allowed to be.
 *
 * @param sameCode when several rows have the same item code
 * @param tolerance bad rows up to which the rest is taken: a number, or percent of all rows
 */
public record RowRules(SameCode sameCode, String tolerance) {

  /** When several rows have the same item code. */
  public enum SameCode {
    /** They are one item with the barcodes of all. */
    @JsonProperty("one-item")
    ONE_ITEM,
    /** All but the first are bad rows. */
    @JsonProperty("refuse")
    REFUSE
  }

  private static final Pattern TOLERANCE =
      Pattern.compile("(?<number>[0-9]{1,7})|(?<percent>[0-9]{1,2}(\\.[0-9]{1,3})?) ?%");

  public RowRules {
    sameCode = sameCode == null ? SameCode.REFUSE : sameCode;
    tolerance = tolerance == null ? "0" : tolerance;
    if (!TOLERANCE.matcher(tolerance).matches()) {
      throw new IllegalArgumentException(
          "tolerance is a number of rows such as 5, or percent below 100 such as 0.5 %; got \""
              + tolerance
              + "\".");
    }
  }

  /** One row per item, and none may be wrong. */
  public static RowRules standard() {
    return new RowRules(SameCode.REFUSE, "0");
  }

  /** How many of so many rows may be left out. */
  public long tolerated(long rows) {
    if (!tolerance.endsWith("%")) {
      return Long.parseLong(tolerance);
    }
    BigDecimal percent = new BigDecimal(tolerance.substring(0, tolerance.length() - 1).strip());
    return percent.multiply(BigDecimal.valueOf(rows)).movePointLeft(2).longValue();
  }
}
