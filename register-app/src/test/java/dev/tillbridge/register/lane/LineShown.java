package dev.tillbridge.register.lane;

import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketLine;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's line as anybody reads it, in pence and without signs.
 *
 * @param book what the price book asks for one piece
 * @param own what a discount on this line takes off
 * @param share what the ticket's discount takes off it
 */
record LineShown(
    String item, long pieces, boolean back, long price, long book, long own, long share) {

  /**
   * @param ofTicket reason of the ticket's discount, null for none: any other is the line's own
   */
  static LineShown of(TicketLine line, @Nullable String ofTicket) {
    long own = 0;
    long share = 0;
    for (LineDiscount each : line.discounts()) {
      long amount = each.amount().abs().getAmountMinorLong();
      if (each.name().equals(ofTicket)) {
        share += amount;
      } else {
        own += amount;
      }
    }
    PriceOverride override = line.override();
    return new LineShown(
        line.item(),
        line.quantity().abs().longValueExact(),
        line.quantity().signum() < 0,
        line.unitPrice().getAmountMinorLong(),
        (override == null ? line.unitPrice() : override.bookPrice()).getAmountMinorLong(),
        own,
        share);
  }

  long byBook() {
    return pieces * book;
  }

  /** What its own price and discount leave. */
  long left() {
    return pieces * price - own;
  }

  long amount() {
    return left() - share;
  }

  /** What its own price and discount make it cheaper than the book says. */
  long ownOff() {
    return Math.max(0, byBook() - left());
  }

  /** Whether people took more off than this percentage, but for the penny that sharing rounds. */
  boolean isMoreOffThan(int percent) {
    return byBook() - amount() > Person.mayTakeOff(byBook(), percent) + (share > 0 ? 1 : 0);
  }

  /** The same but for its part of the ticket's discount. */
  boolean isOtherwiseSameAs(LineShown other) {
    return with(own, 0).equals(other.with(other.own, 0));
  }

  LineShown withShareAsItsOwn() {
    return with(own + share, 0);
  }

  private LineShown with(long newOwn, long newShare) {
    return new LineShown(item, pieces, back, price, book, newOwn, newShare);
  }
}
