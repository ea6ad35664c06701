package dev.tillbridge.register.returns;

import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What goes back for a part of a line: its share of what was paid, and of the tax. The share is
 * worked out for all that has come back so far and rounded once, so the parts add up to what was
 * paid.
 *
 * @param sold the line as it was sold
 * @param soldTax its part of the ticket's tax
 * @param quantity of it that came back before, and is on the open ticket
 * @param amount that went back for that
 * @param tax that went back with it
 */
record Refund(TicketLine sold, Money soldTax, BigDecimal quantity, Money amount, Money tax) {

  /** Of a line of which nothing has come back. */
  static Refund nothingYet(TicketLine sold, Money soldTax) {
    Money none = soldTax.minus(soldTax);
    return new Refund(sold, soldTax, BigDecimal.ZERO, none, none);
  }

  /** When this has come back as well. */
  Refund after(Returned back) {
    Money its = back.tax();
    return new Refund(
        sold,
        soldTax,
        quantity.add(back.quantity()),
        amount.plus(back.amount()),
        tax.plus(its == null ? share(soldTax, back.quantity()) : its));
  }

  /** How much of it may still come back. */
  BigDecimal left() {
    return sold.quantity().subtract(quantity);
  }

  /** The line that takes so much back. */
  TicketLine of(BigDecimal back, String ticket, String reason) {
    Money paid = share(sold.amount(), quantity.add(back)).minus(amount);
    Money none = paid.minus(paid);
    Money due = paid.isNegative() ? none : paid;
    Money full = sold.unitPrice().multipliedBy(back, TicketLine.ROUNDING);
    List<LineDiscount> discounts = new ArrayList<>();
    Money left = full.minus(due);
    for (LineDiscount discount : sold.discounts()) {
      Money off =
          share(discount.amount(), quantity.add(back)).minus(share(discount.amount(), quantity));
      if (off.isPositive() && !off.isGreaterThan(left)) {
        discounts.add(new LineDiscount(discount.promotion(), discount.name(), off.negated()));
        left = left.minus(off);
      }
    }
    if (!left.isZero()) {
      discounts.add(rest(discounts, left));
    }
    return TicketLine.of(
            1,
            sold.item(),
            sold.scanned(),
            sold.name(),
            back.negate(),
            sold.unitPrice(),
            sold.tax(),
            sold.override(),
            sold.basis(),
            discounts)
        .returnedFrom(
            new ReturnedFrom(
                ticket, sold.number(), reason, taxWith(due, quantity.add(back)).negated()));
  }

  /**
   * The tax of what is due now. A price that includes it is split so that the part without tax
   * never shrinks: it alone is paid back when the customer was exempt.
   */
  private Money taxWith(Money due, BigDecimal all) {
    Money none = due.minus(due);
    return switch (sold.tax().mode()) {
      case INCLUSIVE -> {
        Money net = share(sold.amount().minus(soldTax), all).minus(amount.minus(tax));
        yield due.minus(between(none, net, due));
      }
      case EXCLUSIVE -> {
        Money more = share(soldTax, all).minus(tax);
        yield more.isNegative() ? none : more;
      }
    };
  }

  private static Money between(Money least, Money amount, Money most) {
    return amount.isLessThan(least) ? least : amount.isGreaterThan(most) ? most : amount;
  }

  /** The last discount takes what rounding leaves, so that the amount is exact. */
  private LineDiscount rest(List<LineDiscount> discounts, Money left) {
    if (discounts.isEmpty()) {
      String name = sold.discounts().isEmpty() ? "Rounding" : sold.discounts().getLast().name();
      String promotion =
          sold.discounts().isEmpty() ? "ROUNDING" : sold.discounts().getLast().promotion();
      return new LineDiscount(promotion, name, left.negated());
    }
    LineDiscount last = discounts.removeLast();
    Money all = last.amount().minus(left);
    return all.isZero()
        ? new LineDiscount("ROUNDING", "Rounding", left.negated())
        : new LineDiscount(last.promotion(), last.name(), all);
  }

  private Money share(Money of, BigDecimal part) {
    BigDecimal exact =
        of.getAmount().multiply(part).divide(sold.quantity(), 12, RoundingMode.HALF_UP);
    return Money.of(of.getCurrencyUnit(), exact, RoundingMode.HALF_UP);
  }
}
