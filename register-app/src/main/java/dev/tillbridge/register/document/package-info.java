/**
 * Holds, quotes, orders and layaways: what a clerk does with them at this lane.
 *
 * <p>Invariant: a document begins with the entry that ends the ticket it was made of, and ends with
 * one entry, so it is recalled, sold or handed over once. What was agreed is not priced again; a
 * hold is. Money moves on tickets only: paid on a document it is a deposit until the ticket that
 * hands the goods over uses it, or the one that cancels the document gives it back.
 */
@NullMarked
package dev.tillbridge.register.document;

import org.jspecify.annotations.NullMarked;
