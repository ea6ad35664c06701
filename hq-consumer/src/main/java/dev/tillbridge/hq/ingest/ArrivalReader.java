package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.ledger.PostingRules;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.util.Optional;

/** Reads a message and works out its postings. Thread-safe. */
final class ArrivalReader {

  private final PostingRules rules;

  ArrivalReader(PostingRules rules) {
    this.rules = rules;
  }

  Arrival read(byte[] bytes) {
    EntryHash hash = EntryHash.of(bytes);
    Optional<SealedBytes> sealed = SealedBytes.read(bytes);
    if (sealed.isEmpty()) {
      return new Arrival.Unusable(
          SuspenseKind.UNREADABLE, "It is not sealed by a register.", hash, bytes);
    }
    if (!sealed.get().isGenuine()) {
      return new Arrival.Unusable(
          SuspenseKind.BAD_SIGNATURE,
          "Its signature is not over these bytes: they were changed, or the key is not the"
              + " register's.",
          hash,
          bytes);
    }
    return switch (Wire.ENTRY.decode(sealed.get().payload())) {
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
