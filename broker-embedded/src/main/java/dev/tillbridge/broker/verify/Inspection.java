package dev.tillbridge.broker.verify;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.verify.Specimen.Label;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a specimen shows by itself, without its neighbours. Only the id and the predecessor are read
 * of an entry, so one written by a newer program is checked too.
 *
 * @param own what the entry says it is, null when it cannot be read
 * @param previous the predecessor it carries, null when it cannot be read
 * @param problem why it cannot be read, null when it can
 */
record Inspection(
    Specimen specimen,
    EntryHash hash,
    @Nullable PublicKeyText key,
    boolean genuine,
    @Nullable Label own,
    @Nullable EntryHash previous,
    @Nullable String problem) {

  static Inspection of(Specimen specimen) {
    EntryHash hash = EntryHash.of(specimen.sealed());
    Optional<SealedBytes> sealed = SealedBytes.read(specimen.sealed());
    if (sealed.isEmpty()) {
      return new Inspection(specimen, hash, null, false, null, null, "it has no seal");
    }
    SealedBytes bytes = sealed.get();
    boolean genuine = bytes.isGenuine();
    try {
      JsonNode entry = Wire.JSON.readTree(bytes.payload()).path("entry");
      JsonNode id = entry.path("id");
      EntryId own =
          new EntryId(
              LaneId.parse(id.path("lane").asString()),
              id.path("epoch").asLong(),
              id.path("sequence").asLong());
      return new Inspection(
          specimen,
          hash,
          bytes.key(),
          genuine,
          new Label(new StreamId(own.lane(), own.epoch()), own.sequence()),
          new EntryHash(entry.path("previous").asString()),
          null);
    } catch (JacksonException | IllegalArgumentException e) {
      return new Inspection(
          specimen, hash, bytes.key(), genuine, null, null, String.valueOf(e.getMessage()));
    }
  }

  /** The stream it lies in: by its label, else by what it says itself, else unknown. */
  String stream() {
    Label label = label();
    return label == null ? StreamVerdict.UNKNOWN : label.stream().toString();
  }

  /** Its sequence; 0 when neither it nor its label tells. */
  long sequence() {
    Label label = label();
    return label == null ? 0 : label.sequence();
  }

  private @Nullable Label label() {
    return specimen.label() == null ? own : specimen.label();
  }

  boolean isMislabelled() {
    return own != null && !own.equals(label());
  }
}
