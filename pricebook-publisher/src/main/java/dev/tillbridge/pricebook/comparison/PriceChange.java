package dev.tillbridge.pricebook.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One price of an item before and after.
 *
 * @param zone in which, null for everywhere
 * @param from when the new one begins, null for at once
 */
public record PriceChange(
    @Nullable String zone, @Nullable LocalDateTime from, Money was, Money now) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SLIP_LOW = new BigDecimal("0.95");
  private static final BigDecimal SLIP_HIGH = new BigDecimal("1.05");
  private static final int DIGITS = 10;

  /** Positive when it becomes dearer. */
  public Money difference() {
    return now.minus(was);
  }

  /** Of the old price, positive when it becomes dearer, with one decimal. */
  public BigDecimal percent() {
    return difference()
        .getAmount()
        .multiply(HUNDRED)
        .divide(was.getAmount(), 1, RoundingMode.HALF_UP);
  }

  /** Whether it goes up or down by at least so many percent. */
  public boolean isAtLeast(int percent) {
    return percent().abs().compareTo(BigDecimal.valueOf(percent)) >= 0;
  }

  /** Whether it looks like a decimal point in the wrong place: 10 or 100 times, up or down. */
  public boolean looksLikeASlip() {
    BigDecimal larger = now.getAmount().max(was.getAmount());
    BigDecimal smaller = now.getAmount().min(was.getAmount());
    BigDecimal times = larger.divide(smaller, DIGITS, RoundingMode.HALF_UP);
    return isAbout(times, BigDecimal.TEN) || isAbout(times, HUNDRED);
  }

  private static boolean isAbout(BigDecimal times, BigDecimal wanted) {
    return times.compareTo(wanted.multiply(SLIP_LOW)) >= 0
        && times.compareTo(wanted.multiply(SLIP_HIGH)) <= 0;
  }

  /** For example {@code GBP 1.00 to GBP 1.20 (+20.0 %)}. */
  public String words() {
    return "%s%s%s to %s (%s%s %%)%s"
        .formatted(
            zone == null ? "" : "zone " + zone + ": ",
            from == null ? "" : "from " + from + ": ",
            was,
            now,
            percent().signum() > 0 ? "+" : "",
            percent().toPlainString(),
            looksLikeASlip() ? " decimal slip?" : "");
  }
}
