package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** Cash in one lane's drawers: each session's float and what its own entries moved. */
final class DrawerCash {

  private DrawerCash() {}

  /** Of the sessions that are open; one that was closed expected just this. */
  static Map<Long, Money> bySession(List<StoredEntry> entries) {
    Map<Long, Money> cash = new TreeMap<>();
    for (StoredEntry stored : entries) {
      EntryBody body = stored.entry().body();
      long session = body.drawerSession();
      switch (body) {
        case EntryBody.DrawerOpened opened -> cash.put(session, opened.openingFloat());
        case EntryBody.TicketCompleted completed ->
            moved(cash, session, ofTicket(completed.ticket()));
        case DrawerEntry.CashMoved moved ->
            moved(
                cash,
                session,
                moved.movement() == CashMovement.PAY_IN
                    ? moved.amount()
                    : moved.amount().negated());
        case EntryBody.DrawerClosed closed ->
            assertThat(cash.remove(session))
                .as("cash expected at the close of session %d, %s", session, stored.entry().id())
                .isEqualTo(closed.expectedCash());
        case EntryBody other -> {}
      }
    }
    return cash;
  }

  private static void moved(Map<Long, Money> cash, long session, Money amount) {
    assertThat(cash.computeIfPresent(session, (number, before) -> before.plus(amount)))
        .as("session %d is open when cash moves", session)
        .isNotNull();
  }

  private static Money ofTicket(Ticket ticket) {
    return ticket.tenders().stream()
        .filter(Tender.Cash.class::isInstance)
        .map(Tender::amount)
        .reduce(ticket.change().negated(), Money::plus);
  }
}
