package dev.tillbridge.hq.books;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.joda.money.Money;

/**
 * What one store sold in one hour, returns deducted.
 *
 * @param tickets of which those without goods have their money in no amount here
 * @param hour of the day in HQ's time zone, 0 to 23
 */
public record HourSales(
    String store,
    int hour,
    @JsonUnwrapped TicketCounts tickets,
    Money net,
    Money tax,
    Money total) {}
