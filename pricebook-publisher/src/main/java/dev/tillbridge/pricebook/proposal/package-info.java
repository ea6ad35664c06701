/**
 * A price book before it is published.
 *
 * <p>Invariant: proposing changes nothing that a register sees.
 */
@NullMarked
package dev.tillbridge.pricebook.proposal;

import org.jspecify.annotations.NullMarked;
