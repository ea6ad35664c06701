package dev.tillbridge.model.ticket;

import dev.tillbridge.model.document.DocumentState;
import java.util.Objects;

/**
 * What a ticket does to a document.
 *
 * @param number of the document
 * @param leaves the state the document is in afterwards; OPEN for a payment on it
 */
public record DocumentStep(String number, DocumentState leaves) {

  public DocumentStep {
    Objects.requireNonNull(number, "number is missing");
    Objects.requireNonNull(leaves, "leaves is missing");
  }
}
