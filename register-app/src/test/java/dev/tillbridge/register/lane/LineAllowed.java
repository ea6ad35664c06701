package dev.tillbridge.register.lane;

import org.jspecify.annotations.Nullable;

/**
 * What may be off one line, and paid back for it, without asking again: what it is now, for what is
 * given up is not allowed any more.
 *
 * @param off what its own price and discount may make it cheaper than the book says, in pence
 * @param of what the book said then: the percentage may not grow either
 * @param by whose limit that is within; null for none yet
 * @param back pence paid back for it without a receipt
 * @param pieces that come back for it
 */
record LineAllowed(long off, long of, @Nullable Person by, long back, long pieces) {

  /** As for goods rung just now. */
  static final LineAllowed NOTHING = new LineAllowed(0, 1, null, 0, 0);

  /** All of it is within this person's limit. */
  static LineAllowed as(LineShown line, @Nullable Person by) {
    return new LineAllowed(
        line.ownOff(),
        line.byBook(),
        line.ownOff() == 0 ? null : by,
        line.back() ? line.amount() : 0,
        line.back() ? line.pieces() : 0);
  }

  /** Whether its own price and discount take more off; a penny of the part may be rounding. */
  boolean isLessOffThan(LineShown line) {
    return line.ownOff() > off || (line.ownOff() - 1) * of > off * line.byBook();
  }

  boolean isLessBackThan(LineShown line) {
    return line.back() && (line.amount() > back || line.pieces() > pieces);
  }
}
