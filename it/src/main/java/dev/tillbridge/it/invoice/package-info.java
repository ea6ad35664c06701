/**
 * A file of real invoices: what can be rung at a till, what cannot and why, and the price book it
 * implies.
 *
 * <p>Invariant: every row of the file is either sold or refused with a reason; the two add up to
 * the file's net exactly.
 */
@NullMarked
package dev.tillbridge.it.invoice;

import org.jspecify.annotations.NullMarked;
