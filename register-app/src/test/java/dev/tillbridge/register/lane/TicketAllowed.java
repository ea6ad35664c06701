package dev.tillbridge.register.lane;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The discount on a ticket that may stay without asking again: a percentage of whatever is rung, or
 * an amount that does not grow and is not off fewer goods.
 *
 * @param reason that tells it from a line's own
 * @param percent null for an amount
 * @param taken pence off all lines
 * @param of what the lines' own discounts leave of them
 * @param goods what the book says they cost
 * @param by whose limit that is within
 */
record TicketAllowed(
    String reason, @Nullable Integer percent, long taken, long of, long goods, Person by) {

  /** What the lines show. */
  static TicketAllowed as(
      String reason, @Nullable Integer percent, List<LineShown> lines, Person by) {
    return new TicketAllowed(
        reason,
        percent,
        lines.stream().mapToLong(LineShown::share).sum(),
        lines.stream().mapToLong(LineShown::left).sum(),
        lines.stream().mapToLong(LineShown::byBook).sum(),
        by);
  }

  boolean isLessThan(TicketAllowed now) {
    if (percent != null) {
      return now.percent == null || now.percent > percent;
    }
    return now.percent != null
        || now.taken > taken
        || now.taken * of > taken * now.of
        || now.goods < goods;
  }

  /** Whether no more is taken than was said, a penny for rounding. */
  boolean isAsSaid() {
    return percent == null || taken * 100 <= percent * of + 100;
  }
}
