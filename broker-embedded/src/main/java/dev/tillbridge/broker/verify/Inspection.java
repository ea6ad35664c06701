package dev.tillbridge.broker.verify;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a specimen shows by itself, without its neighbours.
 *
 * @param entry null when it cannot be read
 * @param problem why it cannot be read, null when it can
 */
record Inspection(
    Specimen specimen,
    EntryHash hash,
    @Nullable PublicKeyText key,
    boolean genuine,
    @Nullable JournalEntry entry,
    @Nullable String problem) {

  static Inspection of(Specimen specimen) {
    EntryHash hash = EntryHash.of(specimen.sealed());
    Optional<SealedBytes> sealed = SealedBytes.read(specimen.sealed());
    if (sealed.isEmpty()) {
      return new Inspection(specimen, hash, null, false, null, "it has no seal");
    }
    SealedBytes bytes = sealed.get();
    boolean genuine = bytes.isGenuine();
    return switch (Wire.ENTRY.decode(bytes.payload())) {
      case Decoded.Read<JournalEntry>(JournalEntry entry) ->
          new Inspection(specimen, hash, bytes.key(), genuine, entry, null);
      case Decoded.UnknownVersion<JournalEntry>(int version, String reason) ->
          new Inspection(specimen, hash, bytes.key(), genuine, null, reason);
      case Decoded.Unreadable<JournalEntry>(String reason) ->
          new Inspection(specimen, hash, bytes.key(), genuine, null, reason);
    };
  }

  /** The stream it lies in: by its label, else by what it says itself, else unknown. */
  String stream() {
    if (specimen.label() != null) {
      return specimen.label().stream().toString();
    }
    return entry == null ? StreamVerdict.UNKNOWN : own(entry).stream().toString();
  }

  /** Its sequence; 0 when neither it nor its label tells. */
  long sequence() {
    if (specimen.label() != null) {
      return specimen.label().sequence();
    }
    return entry == null ? 0 : entry.id().sequence();
  }

  boolean isMislabelled() {
    return entry != null && specimen.label() != null && !specimen.label().equals(own(entry));
  }

  private static Specimen.Label own(JournalEntry entry) {
    return new Specimen.Label(
        new StreamId(entry.id().lane(), entry.id().epoch()), entry.id().sequence());
  }
}
