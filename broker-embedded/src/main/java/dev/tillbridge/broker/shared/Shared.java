package dev.tillbridge.broker.shared;

import dev.tillbridge.model.shared.SharedRecord;

/**
 * A record as it was told.
 *
 * @param version rises with everything HQ tells, over all keys: the readers' cursor
 */
public record Shared(long version, SharedRecord what) {}
