package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import java.util.HashSet;
import java.util.Set;

/** No number is used twice, over all lanes and lives. */
final class Uniqueness {

  private final Set<String> used = new HashSet<>();

  private Uniqueness() {}

  static void check(Store store) {
    Uniqueness unique = new Uniqueness();
    store.everything().forEach(unique::add);
  }

  private void add(StoredEntry stored) {
    LaneId lane = stored.entry().id().lane();
    once("entry " + stored.entry().id());
    switch (stored.entry().body()) {
      case EntryBody.DrawerOpened opened -> once("session " + lane + " " + opened.drawerSession());
      case EntryBody.TicketCompleted(long session, Ticket ticket) -> {
        once("ticket " + ticket.number());
        for (Charge charge : ticket.charges()) {
          if (charge instanceof Charge.StoredValueSold sold && !sold.reload()) {
            once("stored value " + sold.number());
          }
        }
      }
      case DocumentRecorded recorded ->
          once(
              "document %s revision %d"
                  .formatted(recorded.document().number(), recorded.document().revision()));
      case CustomerRecorded recorded ->
          once(
              "customer %s revision %d"
                  .formatted(recorded.customer().id(), recorded.customer().revision()));
      case OffsiteEntry.Started started -> once("event " + started.event().id());
      case EntryBody other -> {}
    }
  }

  private void once(String number) {
    assertThat(used.add(number)).as("%s is used once", number).isTrue();
  }
}
