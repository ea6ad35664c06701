package dev.tillbridge.model.journal;

/**
 * An entry as it lies in the journal.
 *
 * @param hash SHA-256 of its exact bytes, which the next entry carries as its predecessor
 */
public record StoredEntry(JournalEntry entry, EntryHash hash) {}
