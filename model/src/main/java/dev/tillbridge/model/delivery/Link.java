package dev.tillbridge.model.delivery;

import dev.tillbridge.model.journal.EntryHash;

/**
 * An entry as a link of its register's chain.
 *
 * @param previous hash it carries of the entry before it
 * @param hash of its own bytes
 */
public record Link(long sequence, EntryHash previous, EntryHash hash) {}
