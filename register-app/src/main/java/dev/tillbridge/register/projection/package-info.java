/**
 * What the journal's entries add up to: a pure fold, and its cache.
 *
 * <p>Invariant: the state can be thrown away at any time and comes back equal from the journal. If
 * the two disagree, the journal wins.
 */
@NullMarked
package dev.tillbridge.register.projection;

import org.jspecify.annotations.NullMarked;
