package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * Leaves an open document to another lane, whoever is signed on. Left to that lane before, it is
 * done already.
 */
public record HandOver(String number, LaneId to) implements TillCommand {

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DocumentRecorded recorded
        && recorded.document().number().equals(number)
        && to.equals(recorded.to());
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    Optional<Document> open = till.state().open().document(number);
    if (open.isEmpty()) {
      return till.state()
          .open()
          .handedOver(number)
          .map(left -> gone(left))
          .orElseGet(() -> Optional.of(new DocumentRefusal.NotOpen(number)));
    }
    DocumentStep inHand = till.ticket().particulars().document();
    if (inHand != null && inHand.number().equals(number)) {
      return Optional.of(new DocumentRefusal.InHand(number, till.lane()));
    }
    return till.record(left(till, open.get(), to));
  }

  private Optional<Refusal> gone(HandedOver left) {
    return left.to().equals(to)
        ? Optional.empty()
        : Optional.of(new DocumentRefusal.LeftTo(number, left.to()));
  }

  static DocumentRecorded left(AtTheTill till, Document document, LaneId to) {
    DrawerSession session = till.session();
    return new DocumentRecorded(
        session == null ? 0 : session.number(), document.in(DocumentState.HANDED_OVER), to);
  }
}
