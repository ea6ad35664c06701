package dev.tillbridge.register.ticket;

/**
 * An open ticket as it was saved, and how far the journal was at that moment.
 *
 * <p>A lane has one open ticket at a time, so an entry that ended a ticket and lies after this
 * point ended this one: a start that finds such an entry must not bring the ticket back.
 *
 * @param epoch of the journal
 * @param afterSequence of the journal's last entry when it was saved
 */
public record SavedTicket(long epoch, long afterSequence, OpenTicket ticket) {}
