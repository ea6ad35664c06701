package dev.tillbridge.register.lane;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.Noted;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.register.drawer.DrawerPaper;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an entry that is on disk: its paper, and the end of the ticket it was made of.
 */
final class AfterEntry implements Recorder.Follows {

  private final AtTheTill till;
  private final TicketInHand inHand;
  private final Receipts receipts;
  private final RecalledHold holds;

  AfterEntry(AtTheTill till, TicketInHand inHand, Receipts receipts, RecalledHold holds) {
    this.till = till;
    this.inHand = inHand;
    this.receipts = receipts;
    this.holds = holds;
  }

  @Override
  public void from(StoredEntry stored, @Nullable DrawerSession before) {
    switch (stored.entry().body()) {
      case EntryBody.TicketCompleted completed -> {
        inHand.end();
        receipts.first(
            stored.entry(),
            completed.ticket(),
            till.state(),
            inHand.units(completed.ticket().lines()));
      }
      case EntryBody.TicketVoided ignored -> inHand.end();
      case EntryBody.DrawerOpened ignored -> {}
      case EntryBody.DrawerClosed closed -> {
        if (before != null) {
          receipts.paper(
              DrawerPaper.closing(
                  till.profile().receipt(),
                  stored.entry(),
                  closed,
                  before,
                  till.state().open().event()));
        }
      }
      case EntryBody.Checkpoint ignored -> {}
      case DrawerEntry ignored -> receipts.slip(stored.entry());
      case DocumentRecorded recorded -> {
        holds.documented(recorded.document());
        receipts.slip(stored.entry());
      }
      case OffsiteEntry ignored -> receipts.slip(stored.entry());
      case CustomerRecorded ignored -> {}
      case CardEntry ignored -> {}
      case Noted ignored -> {}
    }
  }
}
