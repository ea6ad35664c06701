package dev.tillbridge.register.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A discount that a person gives: either a percentage or an amount, above zero.
 *
 * @param line number of the line it is for, null for the whole ticket
 * @param percent at most 100, of what promotions leave
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GivenDiscount(
    @Nullable Integer line, @Nullable BigDecimal percent, @Nullable Money amount, String reason) {

  public GivenDiscount {
    Objects.requireNonNull(reason, "reason is missing");
    boolean inPercent = percent != null && percent.signum() > 0 && amount == null;
    boolean inMoney = amount != null && amount.isPositive() && percent == null;
    if (reason.isBlank() || !(inPercent || inMoney)) {
      throw new IllegalArgumentException(
          "A discount is a percentage or an amount with a reason; got %s, %s, \"%s\"."
              .formatted(percent, amount, reason));
    }
  }

  /** Whether it is of the same kind as the other and no larger, whatever it is taken off. */
  public boolean isNoMoreThan(@Nullable GivenDiscount other) {
    if (other == null) {
      return false;
    }
    return percent != null
        ? other.percent != null && percent.compareTo(other.percent) <= 0
        : amount != null && other.amount != null && !amount.isGreaterThan(other.amount);
  }

  GivenDiscount onLine(int number) {
    return new GivenDiscount(number, percent, amount, reason);
  }
}
