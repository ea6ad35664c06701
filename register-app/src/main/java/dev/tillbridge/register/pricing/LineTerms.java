package dev.tillbridge.register.pricing;

import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.ticket.GivenDiscount;
import dev.tillbridge.register.ticket.OpenTicket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about one line: its quantity, a price instead of the book's, a discount of
 * its own. Promotions do not count, so that nothing can be given while one hides it.
 *
 * @param given null for no discount of its own
 */
public record LineTerms(TicketLine line, @Nullable GivenDiscount given) {

  static List<LineTerms> of(OpenTicket ticket) {
    Map<Integer, GivenDiscount> given =
        ticket.given().stream()
            .filter(each -> each.line() != null)
            .collect(Collectors.toMap(each -> Objects.requireNonNull(each.line()), each -> each));
    return ticket.lines().stream()
        .map(line -> new LineTerms(line, given.get(line.number())))
        .toList();
  }

  /** Whether it goes back without a receipt. */
  public boolean isBackWithoutReceipt() {
    return line.returned() != null && !line.isFromReceipt();
  }

  /** What the book says it costs. */
  Money byBook() {
    return bookPrice().multipliedBy(line.quantity().abs(), TicketLine.ROUNDING);
  }

  /** What a percentage by hand is of: what the book says, or a price above it. */
  Money full() {
    Money rung = line.undiscounted().abs();
    return rung.isGreaterThan(byBook()) ? rung : byBook();
  }

  /** What its own price and discount leave of it. */
  Money left() {
    Money rung = line.undiscounted().abs();
    Money off = off(rung);
    return off.isGreaterThan(rung) ? Money.zero(rung.getCurrencyUnit()) : rung.minus(off);
  }

  /** What all that people decided takes off it, its part of the ticket's discount included. */
  Money byHand() {
    return line.discounts().stream()
        .filter(LineDiscount::isManual)
        .map(discount -> discount.amount().abs())
        .reduce(full().minus(line.undiscounted().abs()), Money::plus);
  }

  private Money off(Money rung) {
    BigDecimal percent = given == null ? null : given.percent();
    Money amount = given == null ? null : given.amount();
    if (percent != null) {
      return rung.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
    }
    return amount == null ? Money.zero(rung.getCurrencyUnit()) : amount;
  }

  boolean isSameGoodsAs(LineTerms other) {
    return line.item().equals(other.line.item())
        && line.scanned().equals(other.line.scanned())
        && line.quantity().signum() == other.line.quantity().signum();
  }

  /** Whether nobody decided anything more about it since. */
  boolean isSameAs(LineTerms before) {
    return isSameGoodsAs(before)
        && line.quantity().compareTo(before.line.quantity()) == 0
        && line.unitPrice().equals(before.line.unitPrice())
        && (given == null
            ? before.given == null
            : before.given != null
                && given.isNoMoreThan(before.given)
                && before.given.isNoMoreThan(given));
  }

  /**
   * Whether its own price and discount take off no more than they did, in percent and in money.
   *
   * @param before null when the line is new
   */
  boolean takesNoMoreThan(@Nullable LineTerms before) {
    if (before == null) {
      return given == null && !lower().isPositive();
    }
    boolean amountOfFewer =
        given != null
            && given.amount() != null
            && line.quantity().abs().compareTo(before.line.quantity().abs()) < 0;
    return !amountOfFewer
        && !lower().isGreaterThan(before.lower())
        && (given == null || given.isNoMoreThan(before.given))
        && !byBook().minus(left()).isGreaterThan(before.byBook().minus(before.left()));
  }

  /** How much less one costs than by the book; negative when it costs more. */
  private Money lower() {
    return bookPrice().minus(line.unitPrice());
  }

  private Money bookPrice() {
    PriceOverride override = line.override();
    return override == null ? line.unitPrice() : override.bookPrice();
  }
}
