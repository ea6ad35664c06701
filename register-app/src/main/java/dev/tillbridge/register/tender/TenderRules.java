package dev.tillbridge.register.tender;

import dev.tillbridge.register.operator.OperatorRole;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a shop takes as payment, and within which bounds.
 *
 * @param rounding of what is paid in cash
 * @param foreign other currencies taken in cash, and how much of the shop's own one unit is worth
 * @param cards what passes by card while the bank cannot be asked
 * @param storedValueAllowance what may be taken here in all of a gift certificate or store credit
 *     that was issued elsewhere, without asking HQ
 * @param blindReturns who may take goods back without a receipt
 */
public record TenderRules(
    CashRounding rounding,
    SortedMap<CurrencyUnit, BigDecimal> foreign,
    CardRules cards,
    Money storedValueAllowance,
    OperatorRole blindReturns) {

  public TenderRules {
    foreign = Collections.unmodifiableSortedMap(new TreeMap<>(foreign));
    foreign.forEach((currency, rate) -> {
      if (rate.signum() <= 0) {
        throw new IllegalArgumentException(
            "One %s is worth more than nothing; got %s.".formatted(currency, rate));
      }
    });
  }

  /** Exact cash in one currency, and nothing else to be configured. */
  public static TenderRules plain(CurrencyUnit currency) {
    return new TenderRules(
        CashRounding.none(currency),
        new TreeMap<>(Map.of()),
        CardRules.ASK_ALWAYS,
        Money.zero(currency),
        OperatorRole.MANAGER);
  }
}
