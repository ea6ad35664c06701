package dev.tillbridge.register.tender;

import dev.tillbridge.register.operator.OperatorRole;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a shop takes as payment, and within which bounds.
 *
 * @param rounding of what is paid in cash
 * @param storedValueAllowance what may be taken here in all of a gift certificate or store credit
 *     that was issued elsewhere, without asking HQ
 * @param blindReturns who may take goods back without a receipt
 */
public record TenderRules(
    CashRounding rounding, Money storedValueAllowance, OperatorRole blindReturns) {

  /** Exact cash in one currency, and nothing else to be configured. */
  public static TenderRules plain(CurrencyUnit currency) {
    return new TenderRules(CashRounding.none(currency), Money.zero(currency), OperatorRole.MANAGER);
  }
}
