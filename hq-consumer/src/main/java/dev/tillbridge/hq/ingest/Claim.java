package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The place in its chain that an entry names, read from any version and whatever else is wrong.
 *
 * @param previous null when only the id could be read
 */
record Claim(EntryId id, @Nullable EntryHash previous) {

  static Optional<Claim> in(byte[] payload) {
    try {
      JsonNode entry = Wire.JSON.readTree(payload).path("entry");
      JsonNode id = entry.path("id");
      if (!id.path("epoch").isIntegralNumber() || !id.path("sequence").isIntegralNumber()) {
        return Optional.empty();
      }
      return Optional.of(
          new Claim(
              new EntryId(
                  LaneId.parse(id.path("lane").stringValue()),
                  id.path("epoch").longValue(),
                  id.path("sequence").longValue()),
              hash(entry.path("previous"))));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private static @Nullable EntryHash hash(JsonNode node) {
    try {
      return node.isString() ? new EntryHash(node.stringValue()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
