package dev.tillbridge.register.offsite;

import dev.tillbridge.model.offsite.EventName;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.ticket.OpenTicket;
import java.util.Optional;

/** What commands ask about events. */
public final class Events {

  private Events() {}

  static Optional<Refusal> managersOnly(AtTheTill till, EventName event, boolean begins) {
    Operator who = till.allowedBy();
    return who.role() == OperatorRole.MANAGER
        ? Optional.empty()
        : Optional.of(new OffsiteRefusal.ManagersOnly(who.name(), event.toString(), begins));
  }

  static Optional<Refusal> ticketOpen(AtTheTill till) {
    return till.ticket().isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal.TicketInProgress(till.ticket().lines().size(), till.due()));
  }

  /** Why a document cannot be made of this ticket, if a line of it has a price of an event. */
  public static Optional<Refusal> notOnDocuments(AtTheTill till, OpenTicket ticket) {
    OffsiteEvent event = till.state().open().event();
    return event == null
        ? Optional.empty()
        : ticket.lines().stream()
            .filter(line -> line.event() != null && !line.isFromReceipt())
            .findFirst()
            .map(line -> new OffsiteRefusal.NotOnDocuments(event.title(), line.name()));
  }

  /** Why this drawer cannot be taken up, if an event is running and it is the shop's. */
  public static Optional<Refusal> notThisDrawer(AtTheTill till, long session) {
    OffsiteEvent event = till.state().open().event();
    return event == null || event.hasSession(session)
        ? Optional.empty()
        : Optional.of(new OffsiteRefusal.NotThisDrawer(event.title(), session));
  }
}
