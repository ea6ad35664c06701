package dev.tillbridge.model.journal;

/**
 * Proof that an entry is on disk.
 *
 * @param alreadyThere true when the same entry had been appended before and nothing was written
 */
public record Appended(StoredEntry stored, boolean alreadyThere) {}
