package dev.tillbridge.hq.books;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An event as a list shows it.
 *
 * @param id of the row
 * @param event what the register calls it, for example {@code S01-R07-E3}
 * @param endedAt null while it is running
 * @param endedBy who ended it; {@code register} when its days were past
 * @param tickets completed at it
 * @param total of those, with tax and charges
 */
public record EventSummary(
    long id,
    String event,
    String name,
    String place,
    String lane,
    long epoch,
    LocalDate firstDay,
    LocalDate lastDay,
    Instant startedAt,
    String startedBy,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    long tickets,
    Money total) {}
