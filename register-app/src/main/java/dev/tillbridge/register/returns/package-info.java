/**
 * Goods that come back: by receipt for what was paid, or without one on a manager's word.
 *
 * <p>Invariant: no more of a line comes back here than was sold, and all of it together is worth
 * exactly what was paid, in however many pieces it comes.
 */
@NullMarked
package dev.tillbridge.register.returns;

import org.jspecify.annotations.NullMarked;
