/**
 * A clerk without hands: drives a register through its web contract, as a browser would, and
 * survives the register's death at any moment.
 *
 * <p>Invariant: an invoice is rung exactly once. Whether it was, is read from the register's
 * journal and open ticket, never remembered from a request whose answer did not come.
 */
@NullMarked
package dev.tillbridge.it.lane;

import org.jspecify.annotations.NullMarked;
