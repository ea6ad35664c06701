package dev.tillbridge.hq.books;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is by everything that has come.
 *
 * @param kind null while only tickets have come, and so are total and label
 * @param deposit paid on it and neither used nor given back
 * @param where the lane that has it now, or that it was left to
 * @param claimedAt when HQ gave it to that lane, null when it did not or the lane has recorded it
 * @param problem why somebody has to look, null for nothing
 */
public record DocumentSummary(
    long id,
    String number,
    @Nullable String kind,
    String state,
    String lane,
    String where,
    @Nullable Instant claimedAt,
    @Nullable String customer,
    @Nullable String label,
    @Nullable Money total,
    Money deposit,
    @Nullable LocalDate due,
    Instant begunAt,
    Instant changedAt,
    @Nullable String problem) {}
