/**
 * Selling away from the shop for an event.
 *
 * <p>Invariant: prices and items of an event never reach another ticket.
 */
@NullMarked
package dev.tillbridge.model.offsite;

import org.jspecify.annotations.NullMarked;
