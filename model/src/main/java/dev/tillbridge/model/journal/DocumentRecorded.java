package dev.tillbridge.model.journal;

import dev.tillbridge.model.document.Document;
import java.util.Objects;

/** A document was begun or changed without money; what it is now. */
public record DocumentRecorded(long drawerSession, Document document) implements EntryBody {

  public DocumentRecorded {
    Objects.requireNonNull(document, "document is missing");
  }
}
