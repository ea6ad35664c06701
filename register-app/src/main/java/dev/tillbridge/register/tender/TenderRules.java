package dev.tillbridge.register.tender;

import org.joda.money.CurrencyUnit;

/**
 * What a shop takes as payment, and within which bounds.
 *
 * @param rounding of what is paid in cash
 */
public record TenderRules(CashRounding rounding) {

  /** Exact cash in one currency, and nothing else to be configured. */
  public static TenderRules plain(CurrencyUnit currency) {
    return new TenderRules(CashRounding.none(currency));
  }
}
