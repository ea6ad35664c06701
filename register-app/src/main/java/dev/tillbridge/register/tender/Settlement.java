package dev.tillbridge.register.tender;

import dev.tillbridge.model.tender.Tender;
import org.joda.money.Money;

/** What one more tender does to what is still due. */
public sealed interface Settlement {

  /**
   * It pays the rest.
   *
   * @param change in cash, never negative
   * @param rounding what cash rounding adds to the total
   */
  record Paid(Tender tender, Money change, Money rounding) implements Settlement {}

  /** It pays a part. */
  record Part(Tender tender, Money left) implements Settlement {}

  /**
   * It is more than is due, and there is no change for it.
   *
   * @param most the most it can be, given positive
   */
  record TooMuch(Money most) implements Settlement {}

  /**
   * Settles what is due.
   *
   * @param due positive to be paid by the customer, negative to be paid out, not zero
   * @param tender in the same direction
   */
  static Settlement of(Money due, Tender tender, CashRounding cash) {
    boolean coins = tender instanceof Tender.Cash || tender instanceof Tender.ForeignCash;
    Money wanted = coins ? cash.of(due) : due;
    Money amount = tender.amount();
    Money over = due.isNegative() ? wanted.minus(amount) : amount.minus(wanted);
    if (over.isNegative()) {
      return new Part(tender, due.minus(amount));
    }
    Money rounding = wanted.minus(due);
    if (over.isZero()) {
      return new Paid(tender, over, rounding);
    }
    return coins && due.isPositive() ? new Paid(tender, over, rounding) : new TooMuch(wanted.abs());
  }
}
