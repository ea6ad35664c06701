package dev.tillbridge.model.pricing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line before promotions.
 *
 * @param item null when the book does not have it
 * @param line at the book's price or the override's, without discounts
 * @param byHand the discounts given by hand
 */
record Rung(BookValue.@Nullable Item item, TicketLine line, List<LineDiscount> byHand) {

  /** Goods that go out at a price of the book; those of an event have no promotion. */
  boolean isOnOffer() {
    return line.quantity().signum() > 0 && line.event() == null;
  }

  /** The discounts given by hand, cut short where they come to more than is left to pay. */
  List<LineDiscount> byHandUpTo(Money left) {
    List<LineDiscount> fitting = new ArrayList<>();
    Money rest = left;
    for (LineDiscount discount : byHand) {
      Money amount = nearest(discount.amount(), rest);
      if (!amount.isZero()) {
        fitting.add(new LineDiscount(discount.promotion(), discount.name(), amount));
        rest = rest.minus(amount);
      }
    }
    return fitting;
  }

  /** All that was given by hand. */
  Money byHandTotal() {
    return byHand.stream()
        .map(LineDiscount::amount)
        .reduce(Money.zero(line.unitPrice().getCurrencyUnit()), Money::plus);
  }

  TicketLine discounted(List<LineDiscount> discounts) {
    return discounts.isEmpty() ? line : line.discounted(discounts);
  }

  /** On a return both are negative. */
  private Money nearest(Money given, Money rest) {
    boolean tooMuch =
        line.quantity().signum() > 0 ? given.isGreaterThan(rest) : given.isLessThan(rest);
    return tooMuch ? rest : given;
  }
}
