package dev.tillbridge.hq.books;

import org.joda.money.Money;

/**
 * What one store sold in one hour, returns deducted. Every ticket counts as one of four.
 *
 * @param exchanges tickets on which goods came back and others were sold
 * @param withoutGoods tickets of deposits, stored value or fees alone, whose money is in no amount
 *     here
 * @param hour of the day in HQ's time zone, 0 to 23
 */
public record HourSales(
    String store,
    int hour,
    long sales,
    long returns,
    long exchanges,
    long withoutGoods,
    Money net,
    Money tax,
    Money total) {}
