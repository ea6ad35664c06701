package dev.tillbridge.register.lane;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount to give by hand: a percentage or an amount; nought takes away what was given before.
 *
 * @param line number of the line, null for the whole ticket
 * @param percent null for an amount
 * @param amount off the whole line or ticket, null for a percentage
 */
public record Discount(
    @Nullable Integer line, @Nullable BigDecimal percent, @Nullable Money amount, String reason) {

  public static Discount percent(@Nullable Integer line, String percent, String reason) {
    return new Discount(line, new BigDecimal(percent), null, reason);
  }

  public static Discount amount(@Nullable Integer line, Money amount, String reason) {
    return new Discount(line, null, amount, reason);
  }

  boolean isNothing() {
    return (percent == null || percent.signum() == 0) && (amount == null || amount.isZero());
  }
}
