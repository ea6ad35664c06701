package dev.tillbridge.register.ticket;

import java.util.Objects;

/**
 * An open ticket as it was saved, and how far the journal was at that moment.
 *
 * <p>A lane has one open ticket at a time, so an entry that ended a ticket and lies after this
 * point ended this one: a start that finds such an entry must not bring the ticket back.
 *
 * @param epoch of the journal
 * @param afterSequence of the journal's last entry when it was saved
 */
public record SavedTicket(long epoch, long afterSequence, OpenTicket ticket) {

  public SavedTicket {
    Objects.requireNonNull(ticket, "ticket is missing");
  }

  /**
   * Whether a start brings it back.
   *
   * @param journalEpoch epoch of the journal now
   * @param lastTicketEnd sequence of the journal's last entry that completed or voided a ticket
   */
  public boolean isStillOpen(long journalEpoch, long lastTicketEnd) {
    return epoch == journalEpoch && lastTicketEnd <= afterSequence;
  }
}
