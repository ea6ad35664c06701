package dev.tillbridge.hq.books;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * What one person at one register gave by hand on one business date.
 *
 * @param overrides lines whose price was changed
 * @param overridden how much less than the book's prices that was
 * @param discounts given with a reason
 */
public record GivenByHand(
    LocalDate date,
    String lane,
    String operator,
    long overrides,
    Money overridden,
    long discounts,
    Money discounted) {}
