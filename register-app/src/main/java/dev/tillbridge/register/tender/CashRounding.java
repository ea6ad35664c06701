package dev.tillbridge.register.tender;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * To what cash is rounded where the smallest coins are gone.
 *
 * @param step for example 0.05; the currency's minor unit for no rounding
 */
public record CashRounding(BigDecimal step) {

  public CashRounding {
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("Cash is rounded to more than nothing; got " + step + ".");
    }
  }

  /** Cash as exact as the currency is. */
  public static CashRounding none(CurrencyUnit currency) {
    return new CashRounding(BigDecimal.ONE.movePointLeft(currency.getDecimalPlaces()));
  }

  /** The nearest amount that coins can pay; half a step goes away from zero. */
  public Money of(Money due) {
    BigDecimal steps = due.getAmount().divide(step, 0, RoundingMode.HALF_UP);
    return Money.of(due.getCurrencyUnit(), steps.multiply(step), RoundingMode.UNNECESSARY);
  }
}
