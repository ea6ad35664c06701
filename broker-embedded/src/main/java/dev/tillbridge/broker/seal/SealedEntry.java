package dev.tillbridge.broker.seal;

import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.journal.JournalEntry;

/** Journal entries to and from the bytes that travel. */
public final class SealedEntry {

  private SealedEntry() {}

  /** The exact bytes to hash, store and send. */
  public static byte[] seal(JournalEntry entry, Seal seal) {
    return seal.over(Wire.ENTRY.encode(entry));
  }

  /** Reads the entry without asking whether the seal is genuine. */
  public static Decoded<JournalEntry> read(byte[] sealed) {
    return SealedBytes.read(sealed)
        .map(bytes -> Wire.ENTRY.decode(bytes.payload()))
        .orElseGet(() -> new Decoded.Unreadable<>("This journal entry has no seal."));
  }
}
