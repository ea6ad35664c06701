package dev.tillbridge.hq.books;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket is not what the price book says, or could not be compared.
 *
 * @param line 0 when it is the whole ticket
 * @param item name on the ticket, null for the whole ticket
 * @param difference what the customer paid too much, or too little when negative
 * @param reason in words, amounts coded such as {@code GBP 2.55}
 */
public record PriceFinding(
    long entryId,
    String number,
    String lane,
    Instant recordedAt,
    long version,
    int line,
    @Nullable String item,
    Money difference,
    String reason) {}
