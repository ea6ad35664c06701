/**
 * What every version of the price book said, and whether each ticket was charged by it.
 *
 * <p>Invariant: a version's values are what the versions before it and its own changes make up, and
 * nothing is compared with values that are not those its manifest seals; each ticket has one result
 * at most, written in the transaction that takes it off the list of those still to be checked.
 */
@NullMarked
package dev.tillbridge.hq.prices;

import org.jspecify.annotations.NullMarked;
