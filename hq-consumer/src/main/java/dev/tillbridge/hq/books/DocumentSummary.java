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
 * @param problem why somebody has to look, null for nothing
 */
public record DocumentSummary(
    long id,
    String number,
    @Nullable String kind,
    String state,
    String lane,
    @Nullable String customer,
    @Nullable String label,
    @Nullable Money total,
    Money deposit,
    @Nullable LocalDate due,
    Instant begunAt,
    Instant changedAt,
    @Nullable String problem) {}
