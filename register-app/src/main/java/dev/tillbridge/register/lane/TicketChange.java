package dev.tillbridge.register.lane;

import dev.tillbridge.register.ticket.OpenTicket;

/** What a command makes of the open ticket. */
public sealed interface TicketChange {

  record Changed(OpenTicket ticket) implements TicketChange {}

  record NotChanged(Refusal refusal) implements TicketChange {}
}
