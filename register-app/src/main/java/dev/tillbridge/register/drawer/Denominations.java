package dev.tillbridge.register.drawer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The notes and coins of a currency, the largest first. */
public final class Denominations {

  private static final List<String> USUAL =
      List.of(
          "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10", "0.05", "0.02", "0.01");

  private static final Map<String, List<String>> BY_CURRENCY =
      Map.of(
          "GBP",
          List.of("50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10", "0.05", "0.02", "0.01"),
          "EUR",
          Stream.concat(Stream.of("500", "200"), USUAL.stream()).toList(),
          "USD",
          List.of("100", "50", "20", "10", "5", "2", "1", "0.50", "0.25", "0.10", "0.05", "0.01"));

  private Denominations() {}

  /** Those that the currency's minor unit can express. */
  public static List<Money> of(CurrencyUnit currency) {
    return BY_CURRENCY.getOrDefault(currency.getCode(), USUAL).stream()
        .map(BigDecimal::new)
        .filter(each -> each.stripTrailingZeros().scale() <= currency.getDecimalPlaces())
        .map(each -> Money.of(currency, each))
        .toList();
  }
}
