/**
 * Payments by card: asking the terminal beside the lane, taking them without the bank within
 * limits, taking back what nobody knows.
 *
 * <p>Invariant: the open ticket on disk names a payment before the terminal is asked for it, until
 * it is a tender, is known not to have moved, or a reversal is in the journal. So whatever becomes
 * of this register, the acquirer comes to hold what the tickets say.
 */
@NullMarked
package dev.tillbridge.register.card;

import org.jspecify.annotations.NullMarked;
