package dev.tillbridge.register.returns;

import dev.tillbridge.model.journal.CameBack;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What goes back for a part of a line: its share of what was paid, and of the tax. The share is
 * worked out for all that has come back so far and rounded once, so the parts add up to what was
 * paid.
 *
 * @param before what came back before, and is on the open ticket
 */
record Refund(CameBack before) {

  /** The line that takes so much back. */
  TicketLine of(BigDecimal back, String ticket, String reason) {
    TicketLine sold = before.sold();
    BigDecimal all = before.quantity().add(back);
    Money paid = before.share(sold.amount(), all).minus(before.amount());
    Money none = paid.minus(paid);
    Money due = paid.isNegative() ? none : paid;
    Money full = sold.unitPrice().multipliedBy(back, TicketLine.ROUNDING);
    List<LineDiscount> discounts = new ArrayList<>();
    Money left = full.minus(due);
    for (LineDiscount discount : sold.discounts()) {
      Money off =
          before
              .share(discount.amount(), all)
              .minus(before.share(discount.amount(), before.quantity()));
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
        .returnedFrom(new ReturnedFrom(ticket, sold.number(), reason, taxWith(due, all).negated()));
  }

  /**
   * The tax of what is due now, of an amount that it can have been charged on. A price that
   * includes it is split so that the part without tax never shrinks: it alone is paid back when the
   * customer was exempt.
   */
  private Money taxWith(Money due, BigDecimal all) {
    TaxRate rate = before.sold().tax();
    Money most = TicketLine.mostTaxBack(due.negated(), rate).negated();
    Money none = due.minus(due);
    return switch (rate.mode()) {
      case INCLUSIVE -> {
        Money sold = before.sold().amount().minus(before.charged());
        Money net = before.share(sold, all).minus(before.amount().minus(before.tax()));
        yield between(none, due.minus(net), most.isLessThan(due) ? most : due);
      }
      case EXCLUSIVE ->
          between(none, before.share(before.charged(), all).minus(before.tax()), most);
    };
  }

  private static Money between(Money least, Money amount, Money most) {
    return amount.isLessThan(least) ? least : amount.isGreaterThan(most) ? most : amount;
  }

  /** The last discount takes what rounding leaves, so that the amount is exact. */
  private LineDiscount rest(List<LineDiscount> discounts, Money left) {
    TicketLine sold = before.sold();
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
}
