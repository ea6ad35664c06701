/**
 * Two registers that look after each other: the copies a lane sends to its neighbour while HQ has
 * not confirmed the entries, and their recovery when the lane's disk is lost.
 *
 * <p>Invariant: a copy leaves the neighbour only when HQ has confirmed its entry, or in the one
 * transaction that puts it on the neighbour's own way up. Selling never waits for a neighbour.
 */
@NullMarked
package dev.tillbridge.broker.neighbour;

import org.jspecify.annotations.NullMarked;
