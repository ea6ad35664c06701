package dev.tillbridge.register.lane;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Objects;
import java.util.Optional;

/** The open ticket is given up; what was paid on a document before stays there. */
record VoidTicket() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    OpenTicket ticket = till.ticket();
    if (ticket.isEmpty()) {
      return Optional.of(new Refusal.EmptyTicket());
    }
    DrawerSession session = Objects.requireNonNull(till.session(), "it needs an open drawer");
    return new Payments(till)
        .taken(tender -> !(tender instanceof Tender.Deposit))
        .or(() ->
            till.record(
                new EntryBody.TicketVoided(
                    session.number(),
                    ticket.lines(),
                    ticket.totals(till.profile().currency()).total())));
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.TicketVoided;
  }
}
