/**
 * The lane: one till's state, the commands on it, and what the screen sees of it.
 *
 * <p>Invariant: a ticket is complete when its entry is in the journal and not before; receipt,
 * drawer kick and change come after that, and no device can undo or hold up a sale.
 */
@NullMarked
package dev.tillbridge.register.lane;

import org.jspecify.annotations.NullMarked;
