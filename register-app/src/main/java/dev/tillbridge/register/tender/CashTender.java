package dev.tillbridge.register.tender;

import dev.tillbridge.model.tender.Tender;
import java.util.List;
import org.joda.money.Money;

/** What a handful of cash does to a total. */
public sealed interface CashTender {

  /** It pays the ticket. */
  record Paid(List<Tender> tenders, Money change) implements CashTender {}

  /** It is not enough. */
  record Short(Money missing) implements CashTender {}

  /** A payout is exactly what is due, in whatever notes. */
  record NotThePayoutDue(Money due) implements CashTender {}

  /**
   * Settles a total.
   *
   * @param total positive to be paid by the customer, negative to be paid out
   * @param cash what changes hands, never negative
   */
  static CashTender settle(Money total, Money cash) {
    Money zero = Money.zero(total.getCurrencyUnit());
    if (total.isNegative()) {
      return cash.equals(total.negated())
          ? new Paid(List.of(new Tender.Cash(total)), zero)
          : new NotThePayoutDue(total.negated());
    }
    Money change = cash.minus(total);
    return change.isNegative()
        ? new Short(change.negated())
        : new Paid(List.of(new Tender.Cash(cash)), change);
  }
}
