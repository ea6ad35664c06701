package dev.tillbridge.model.journal;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import java.util.Objects;

/** A document that this register left to another lane, as it was then. */
public record HandedOver(Document document, LaneId to) {

  public HandedOver {
    Objects.requireNonNull(document, "document is missing");
    Objects.requireNonNull(to, "to is missing");
  }

  String number() {
    return document.number();
  }
}
