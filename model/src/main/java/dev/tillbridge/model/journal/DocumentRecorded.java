package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document was begun or changed without money; what it is now.
 *
 * @param to the lane it was left to, null unless it was handed over
 */
public record DocumentRecorded(
    long drawerSession,
    Document document,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LaneId to)
    implements EntryBody {

  public DocumentRecorded {
    Objects.requireNonNull(document, "document is missing");
  }

  /** One that stays here. */
  public DocumentRecorded(long drawerSession, Document document) {
    this(drawerSession, document, null);
  }
}
