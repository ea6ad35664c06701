package dev.tillbridge.register.returns;

import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;

/** A ticket of this register, as it was completed. */
public record SoldTicket(Ticket ticket, Instant at) {}
