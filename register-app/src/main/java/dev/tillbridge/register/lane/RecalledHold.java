package dev.tillbridge.register.lane;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.ticket.DocumentStep;
import java.util.Optional;

/**
 * A hold goes on as the ticket in hand: first the ticket is saved, naming the hold, then the
 * journal says that the hold is done, then the ticket names it no more. When the power went in
 * between, this does what was left to do, so that nothing can be recalled or sold twice.
 */
final class RecalledHold {

  private final AtTheTill till;

  RecalledHold(AtTheTill till) {
    this.till = till;
  }

  Optional<Refusal> finished() {
    DocumentStep step = till.ticket().particulars().document();
    if (step == null) {
      return Optional.empty();
    }
    Document document = till.state().open().document(step.number()).orElse(null);
    if (document == null) {
      return namesItNoMore();
    }
    return document.kind() == DocumentKind.HOLD
        ? till.record(
            new DocumentRecorded(till.state().sessions(), document.in(DocumentState.DONE)))
        : Optional.empty();
  }

  /** The ticket a document was made of has ended; one that a hold became is a ticket like any. */
  void documented(Document document) {
    DocumentStep step = till.ticket().particulars().document();
    if (document.isBegun()) {
      till.clearTicket();
    } else if (step != null && step.number().equals(document.number()) && !document.isOpen()) {
      namesItNoMore();
    }
  }

  private Optional<Refusal> namesItNoMore() {
    return till.change(ticket -> ticket.stating(ticket.particulars().stepping(null)));
  }
}
