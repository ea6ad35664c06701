package dev.tillbridge.register.pricecache;

import dev.tillbridge.model.pricebook.Manifest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The price book as the status bar tells it.
 *
 * @param manifest of the book that is rung, null when there is none yet
 * @param age how long ago it was published, null when there is none
 * @param items it holds
 * @param since when this register took it, null when there is none or it is not known
 * @param checkedAt when the store last said which version is the newest, null since the start never
 * @param problem why the newest version is not here, null when all is well
 */
public record PriceCacheStatus(
    @Nullable Manifest manifest,
    @Nullable Duration age,
    int items,
    @Nullable Instant since,
    @Nullable Instant checkedAt,
    @Nullable String problem) {}
