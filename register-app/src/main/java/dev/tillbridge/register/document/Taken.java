package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OpenMatters;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * Takes over a document that was left to this lane. Taken over before, nothing happens; it is not
 * opened again after it ended here or was left to another lane.
 *
 * @param left as it was left, or as HQ knew it open: being left is one revision, being taken over
 *     the next
 */
public record Taken(Document left) implements TillCommand {

  public Taken {
    left = left.isOpen() ? left.in(DocumentState.HANDED_OVER) : left;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof DocumentRecorded recorded && recorded.document().equals(here());
  }

  private Document here() {
    return left.in(DocumentState.OPEN);
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    OpenMatters open = till.state().open();
    String number = left.number();
    if (open.document(number).isPresent()) {
      return Optional.empty();
    }
    if (open.tookOver(number, here().revision())
        || open.handedOver(number).isPresent()
            && open.handedOver(number).get().document().revision() > left.revision()) {
      return Optional.of(new DocumentRefusal.NotOpen(number));
    }
    if (open.documents().size() >= DocumentRules.OPEN_MAX) {
      return Optional.of(new DocumentRefusal.TooManyOpen(DocumentRules.OPEN_MAX));
    }
    DrawerSession session = till.session();
    return till.record(new DocumentRecorded(session == null ? 0 : session.number(), here()));
  }
}
