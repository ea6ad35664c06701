package dev.tillbridge.model.ticket;

/** Which way goods and money go. */
public enum TicketKind {
  SALE,
  RETURN
}
