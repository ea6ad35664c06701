package dev.tillbridge.hq.books;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * All accounts up to and including a business date, in one currency.
 *
 * @param transactions how many they are made of
 */
public record TrialBalance(
    LocalDate asOf, CurrencyUnit currency, long transactions, List<Line> lines) {

  public TrialBalance {
    lines = List.copyOf(lines);
  }

  /**
   * One account.
   *
   * @param debits everything booked on the left
   * @param credits everything booked on the right, positive
   */
  public record Line(String code, String name, String type, Money debits, Money credits) {

    /** Debits less credits. */
    public Money balance() {
      return debits.minus(credits);
    }
  }

  /** Sum of the balances that are debits. */
  public Money debits() {
    return sum(1);
  }

  /** Sum of the balances that are credits, positive. */
  public Money credits() {
    return sum(-1).negated();
  }

  /** Whether both sides are equal; always true, or the books are broken. */
  public boolean balanced() {
    return debits().equals(credits());
  }

  private Money sum(int sign) {
    return lines.stream()
        .map(Line::balance)
        .filter(balance -> balance.getAmount().signum() == sign)
        .reduce(Money.zero(currency), Money::plus);
  }
}
