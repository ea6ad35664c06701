package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.ledger.PostingRules;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads a message, checks its seal and works out its postings. Thread-safe. */
final class ArrivalReader {

  /** No entry is larger: a ticket of 20,000 lines is smaller. */
  static final int ENTRY_BYTES_MAX = 4 * 1_024 * 1_024;

  private static final byte[] HEARTBEAT =
      ("{\"v\":" + Wire.VERSION + ",\"heartbeat\"").getBytes(StandardCharsets.US_ASCII);

  private final PostingRules rules;

  ArrivalReader(PostingRules rules) {
    this.rules = rules;
  }

  Arrival read(byte[] bytes) {
    EntryHash hash = EntryHash.of(bytes);
    Optional<SealedBytes> sealed = SealedBytes.read(bytes);
    if (sealed.isEmpty()) {
      return new Arrival.Unusable(
          bytes.length > ENTRY_BYTES_MAX ? SuspenseKind.OVERSIZED : SuspenseKind.UNREADABLE,
          "It is not sealed by a register.",
          null,
          null,
          hash,
          bytes);
    }
    return isHeartbeat(sealed.get().payload())
        ? heartbeat(sealed.get())
        : entry(sealed.get(), hash, bytes);
  }

  private static boolean isHeartbeat(byte[] payload) {
    return payload.length > HEARTBEAT.length
        && Arrays.equals(payload, 0, HEARTBEAT.length, HEARTBEAT, 0, HEARTBEAT.length);
  }

  private static Arrival heartbeat(SealedBytes sealed) {
    if (!sealed.isGenuine()) {
      return new Arrival.Ignored("its signature is not over these bytes");
    }
    return switch (Wire.HEARTBEAT.decode(sealed.payload())) {
      case Decoded.Read<Heartbeat>(Heartbeat heartbeat) ->
          new Arrival.Heard(heartbeat, sealed.key());
      case Decoded.UnknownVersion<Heartbeat>(int version, String reason) ->
          new Arrival.Ignored(reason);
      case Decoded.Unreadable<Heartbeat>(String reason) -> new Arrival.Ignored(reason);
    };
  }

  private Arrival entry(SealedBytes sealed, EntryHash hash, byte[] bytes) {
    if (!sealed.isGenuine()) {
      return new Arrival.Unusable(
          SuspenseKind.BAD_SIGNATURE,
          "Its signature is not over these bytes: they were changed since they were signed.",
          Claim.in(sealed.payload()).map(Claim::id).orElse(null),
          sealed.key(),
          hash,
          bytes);
    }
    if (bytes.length > ENTRY_BYTES_MAX) {
      return suspended(
          sealed,
          SuspenseKind.OVERSIZED,
          "It has %,d bytes; an entry has at most %,d.".formatted(bytes.length, ENTRY_BYTES_MAX),
          hash,
          bytes);
    }
    return switch (Wire.ENTRY.decode(sealed.payload())) {
      case Decoded.Read<JournalEntry>(JournalEntry entry) -> posted(entry, sealed, hash, bytes);
      case Decoded.UnknownVersion<JournalEntry>(int version, String reason) ->
          suspended(sealed, SuspenseKind.UNKNOWN_VERSION, reason, hash, bytes);
      case Decoded.Unreadable<JournalEntry>(String reason) ->
          unreadable(sealed, reason, hash, bytes);
    };
  }

  private Arrival posted(JournalEntry entry, SealedBytes sealed, EntryHash hash, byte[] bytes) {
    PublicKeyText key = sealed.key();
    try {
      return new Arrival.Readable(entry, rules.transactionOf(entry), key, hash, bytes);
    } catch (IllegalArgumentException e) {
      return new Arrival.Unpostable(
          entry.id(),
          entry.previous(),
          SuspenseKind.UNPOSTABLE,
          entry.id() + ": " + e.getMessage(),
          key,
          hash,
          bytes);
    }
  }

  /** JSON with an id was meant to be an entry; anything else is not. */
  private static Arrival unreadable(
      SealedBytes sealed, String reason, EntryHash hash, byte[] bytes) {
    boolean entry = Claim.in(sealed.payload()).isPresent();
    return suspended(
        sealed, entry ? SuspenseKind.UNPOSTABLE : SuspenseKind.UNREADABLE, reason, hash, bytes);
  }

  private static Arrival suspended(
      SealedBytes sealed, SuspenseKind kind, String reason, EntryHash hash, byte[] bytes) {
    Claim claim = Claim.in(sealed.payload()).orElse(null);
    return claim == null || claim.previous() == null
        ? new Arrival.Unusable(
            kind, reason, claim == null ? null : claim.id(), sealed.key(), hash, bytes)
        : new Arrival.Unpostable(
            claim.id(), claim.previous(), kind, reason, sealed.key(), hash, bytes);
  }

  /** For an entry that the database refuses. */
  static Arrival.Unpostable unpostable(Arrival.Numbered entry, String reason) {
    return new Arrival.Unpostable(
        entry.id(),
        entry.previous(),
        SuspenseKind.UNPOSTABLE,
        entry.id() + ": " + reason,
        entry.key(),
        entry.hash(),
        entry.bytes());
  }
}
