package dev.tillbridge.screens.words;

import java.math.BigDecimal;
import java.util.Locale;
import org.joda.money.Money;

/** Amounts of money and quantities, as people read them: {@code £1,234.50}, {@code −£3.00}. */
public final class MoneyWords {

  private static final String MINUS = "\u2212";
  private static final String NO_BREAK = "\u00a0";

  private MoneyWords() {}

  public static String of(Money money) {
    String known = money.getCurrencyUnit().getSymbol(Locale.UK);
    String symbol = known.length() == 1 ? known : money.getCurrencyUnit().getCode() + NO_BREAK;
    String digits =
        String.format(
            Locale.UK,
            "%,." + money.getCurrencyUnit().getDecimalPlaces() + "f",
            money.getAmount().abs());
    return (money.isNegative() ? MINUS : "") + symbol + digits;
  }

  /** A quantity without needless zeros. */
  public static String of(BigDecimal quantity) {
    BigDecimal bare = quantity.stripTrailingZeros();
    String digits = (bare.scale() < 0 ? bare.setScale(0) : bare).abs().toPlainString();
    return quantity.signum() < 0 ? MINUS + digits : digits;
  }
}
