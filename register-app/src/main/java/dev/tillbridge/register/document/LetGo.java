package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * Lets go of a document that HQ gave to another lane while this one could not be asked.
 *
 * <p>HQ gave it away as it knew it: left at the revision after that, taken over at the one after.
 * The entry made here is that missing one in between. When this lane changed the document
 * meanwhile, its entry would have the number of the other lane's: then nothing is recorded, and a
 * person at HQ has to look.
 *
 * @param revision with which the other lane has it
 */
public record LetGo(String number, LaneId to, long revision) implements TillCommand {

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
    Document document = till.state().open().document(number).orElse(null);
    if (document == null || document.revision() + 1 >= revision) {
      return Optional.empty();
    }
    DocumentStep inHand = till.ticket().particulars().document();
    if (inHand != null && inHand.number().equals(number)) {
      return Optional.of(new DocumentRefusal.InHand(number, till.lane()));
    }
    return till.record(HandOver.left(till, document, to));
  }
}
