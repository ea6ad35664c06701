package dev.tillbridge.hq.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money from the database's four decimals; nothing is ever rounded away. */
public final class Amounts {

  private Amounts() {}

  public static Money money(String currency, BigDecimal amount) {
    return Money.of(CurrencyUnit.of(currency), amount, RoundingMode.UNNECESSARY);
  }
}
