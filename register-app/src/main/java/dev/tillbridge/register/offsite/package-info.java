/**
 * Selling at an event away from the shop, with prices and items of its own, from the manager's list
 * to the last drawer counted.
 *
 * <p>Invariant: an event's drawer sessions are its own, so whatever is rung in one belongs to the
 * event and is marked, and nothing else is.
 */
@NullMarked
package dev.tillbridge.register.offsite;

import org.jspecify.annotations.NullMarked;
