package dev.tillbridge.pricebook.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which price book a register rings with, as it said last.
 *
 * @param version null when it has none or never said
 * @param since when it took it
 * @param problem why it does not take a newer one, null when it knows of none
 * @param heardAt when HQ heard from it last, null for never
 */
public record RegisterBook(
    String store,
    String register,
    @Nullable Long version,
    @Nullable Instant since,
    @Nullable String problem,
    @Nullable Instant heardAt) {}
