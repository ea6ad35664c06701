package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.ledger.PostingRules;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;

/** Reads a message and works out its postings. Thread-safe. */
final class ArrivalReader {

  private final PostingRules rules;

  ArrivalReader(PostingRules rules) {
    this.rules = rules;
  }

  Arrival read(byte[] bytes) {
    EntryHash hash = EntryHash.of(bytes);
    return switch (Wire.ENTRY.decode(bytes)) {
      case Decoded.Read<JournalEntry>(JournalEntry entry) -> posted(entry, hash, bytes);
      case Decoded.UnknownVersion<JournalEntry>(int version, String reason) ->
          new Arrival.Unusable(SuspenseKind.UNKNOWN_VERSION, reason, hash, bytes);
      case Decoded.Unreadable<JournalEntry>(String reason) ->
          new Arrival.Unusable(SuspenseKind.UNREADABLE, reason, hash, bytes);
    };
  }

  private Arrival posted(JournalEntry entry, EntryHash hash, byte[] bytes) {
    try {
      return new Arrival.Readable(entry, rules.transactionOf(entry), hash, bytes);
    } catch (IllegalArgumentException e) {
      return unpostable(hash, bytes, entry.id() + ": " + e.getMessage());
    }
  }

  static Arrival.Unusable unpostable(EntryHash hash, byte[] bytes, String reason) {
    return new Arrival.Unusable(SuspenseKind.UNPOSTABLE, reason, hash, bytes);
  }
}
