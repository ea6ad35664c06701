/**
 * The ticket that is being rung: its lines, kind and reference, what was given and asked with it,
 * and where it is kept safe.
 *
 * <p>Invariant: an open ticket's lines are numbered from 1 without gaps and their quantities have
 * the sign of its kind, so it can always become a {@link dev.tillbridge.model.ticket.Ticket}.
 */
@NullMarked
package dev.tillbridge.register.ticket;

import org.jspecify.annotations.NullMarked;
