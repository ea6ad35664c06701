/**
 * Pricing a ticket: which price of the book each line has, and what promotions take off.
 *
 * <p>Invariant: pure and exact. The same book, context and quantities give the same money whatever
 * the order in which they were rung, at the register, in a preview and at HQ.
 */
@NullMarked
package dev.tillbridge.model.pricing;

import org.jspecify.annotations.NullMarked;
