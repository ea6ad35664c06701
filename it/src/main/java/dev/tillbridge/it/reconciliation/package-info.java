/**
 * Compares three views of the same business: the file that was rung, the registers' journals with
 * the receipts they gave, and HQ's books read straight from its database.
 *
 * <p>Invariant: nothing here repairs or forgives; what is in one view and not in the others is
 * counted as lost, duplicated or altered.
 */
@NullMarked
package dev.tillbridge.it.reconciliation;

import org.jspecify.annotations.NullMarked;
