package dev.tillbridge.hq.books;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A ticket in a list. */
public record TicketSummary(
    long entryId,
    String number,
    boolean sale,
    @Nullable String reference,
    String lane,
    LocalDate businessDate,
    Instant recordedAt,
    int lines,
    Money total) {}
