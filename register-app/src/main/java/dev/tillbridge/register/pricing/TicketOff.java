package dev.tillbridge.register.pricing;

import dev.tillbridge.register.ticket.GivenDiscount;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The discount given on a whole ticket.
 *
 * @param given null for none
 * @param goods what the book says its lines cost
 * @param left what all discounts leave of them
 */
record TicketOff(@Nullable GivenDiscount given, Money goods, Money left) {

  private static final int DECIMALS = 12;

  static TicketOff of(OpenTicket ticket, Money none) {
    List<LineTerms> lines = LineTerms.of(ticket);
    return new TicketOff(
        ticket.given(null),
        sum(lines, LineTerms::byBook, none),
        sum(lines, each -> each.line().amount().abs(), none));
  }

  private static Money sum(List<LineTerms> lines, Function<LineTerms, Money> each, Money none) {
    return lines.stream()
        .filter(terms -> !terms.line().isFromReceipt())
        .map(each)
        .reduce(none, Money::plus);
  }

  @Nullable BigDecimal percent() {
    return given == null ? null : given.percent();
  }

  boolean isMoreThan(BigDecimal limit) {
    BigDecimal percent = percent();
    return percent != null && percent.compareTo(limit) > 0;
  }

  /** Which part of what is left of a line it takes, 0 to 1. An amount counts in full. */
  BigDecimal part() {
    BigDecimal percent = percent();
    Money amount = given == null ? null : given.amount();
    if (percent != null) {
      return percent.movePointLeft(2);
    }
    return amount == null
        ? BigDecimal.ZERO
        : amount.getAmount().divide(left.plus(amount).getAmount(), DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * Whether it takes no more than it did, off any line: an amount not off fewer goods, nor a larger
   * part of what is left because another line became cheaper, nor what it did not find.
   */
  boolean takesNoMoreThan(TicketOff before) {
    if (given == null) {
      return true;
    }
    return given.isNoMoreThan(before.given)
        && (given.amount() == null
            || (!goods.isLessThan(before.goods)
                && part().compareTo(before.part()) <= 0
                && before.left.isPositive()));
  }
}
