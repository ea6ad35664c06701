/**
 * Double entry: the chart of accounts, and the rules that turn what a register did into postings.
 *
 * <p>Invariant: every {@link dev.tillbridge.hq.ledger.LedgerTransaction} sums to zero in one
 * currency; one that does not cannot be built.
 */
@NullMarked
package dev.tillbridge.hq.ledger;

import org.jspecify.annotations.NullMarked;
