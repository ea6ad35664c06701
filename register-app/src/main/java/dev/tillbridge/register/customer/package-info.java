/**
 * Customers at the till: added, searched, put on the ticket, known again by their card.
 *
 * <p>Invariant: a customer has a name and an id of this register; a ticket names at most one.
 */
@NullMarked
package dev.tillbridge.register.customer;

import org.jspecify.annotations.NullMarked;
