/**
 * A completed sale or return.
 *
 * <p>Invariant: lines add up to the total with the taxes stated, and tenders less change equal the
 * total. A {@link dev.tillbridge.model.ticket.Ticket} that breaks it cannot be built, neither when
 * it is written nor when it is read.
 */
@NullMarked
package dev.tillbridge.model.ticket;

import org.jspecify.annotations.NullMarked;
