package dev.tillbridge.hq.books;

import org.joda.money.Money;

/**
 * What one store sold in one hour, returns deducted.
 *
 * @param hour of the day in HQ's time zone, 0 to 23
 */
public record HourSales(
    String store, int hour, long sales, long returns, Money net, Money tax, Money total) {}
