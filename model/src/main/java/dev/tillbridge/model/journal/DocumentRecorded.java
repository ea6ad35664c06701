package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document was begun, changed without money, left to another lane or taken over from one; what it
 * is now.
 *
 * @param to the lane it was left to, null unless it is {@link DocumentState#HANDED_OVER}
 */
public record DocumentRecorded(
    long drawerSession,
    Document document,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LaneId to)
    implements EntryBody {

  public DocumentRecorded {
    Objects.requireNonNull(document, "document is missing");
    if ((document.state() == DocumentState.HANDED_OVER) != (to != null)) {
      throw new IllegalArgumentException(
          "Document %s is %s, and left to %s: only what is handed over is left to a lane."
              .formatted(document.number(), document.state(), to));
    }
  }

  /** One that stays with its lane. */
  public DocumentRecorded(long drawerSession, Document document) {
    this(drawerSession, document, null);
  }
}
