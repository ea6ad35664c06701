package dev.tillbridge.hq.suspense;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One side of what an accountant books for a message in suspense.
 *
 * @param amount a debit when positive, a credit when negative; never zero
 */
public record RepairLine(String account, Money amount) {

  /** What the debits are more than the credits; zero when they balance. */
  public static Money difference(List<RepairLine> lines, CurrencyUnit currency) {
    return lines.stream().map(RepairLine::amount).reduce(Money.zero(currency), Money::plus);
  }
}
