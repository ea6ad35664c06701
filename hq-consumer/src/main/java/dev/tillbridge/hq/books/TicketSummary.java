package dev.tillbridge.hq.books;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param kind SALE, RETURN or EXCHANGE
 * @param lines of goods; none when only deposits, stored value or fees were paid
 */
public record TicketSummary(
    long entryId,
    String number,
    String kind,
    @Nullable String reference,
    String lane,
    LocalDate businessDate,
    Instant recordedAt,
    int lines,
    Money total) {}
