package dev.tillbridge.hq.prices;

import org.joda.money.Money;

/**
 * Where a line is not what the price book says.
 *
 * @param charged what the ticket has, in a word or two
 * @param book what the book has
 * @param difference what the customer paid too much, or too little when negative; zero when no
 *     money hangs on it
 * @param reason a sentence; its amounts are coded, such as {@code GBP 2.55}
 */
record Difference(
    int line, Aspect aspect, String charged, String book, Money difference, String reason) {

  /** What of the line it is. */
  enum Aspect {
    ITEM,
    PRICE,
    DISCOUNT,
    TAX
  }
}
