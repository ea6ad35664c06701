/**
 * A relay between two programs of the chain that can be cut like a cable.
 *
 * <p>Invariant: a byte that did not pass before a cut never passes after it; a connection that
 * lived through a silent cut is closed when the link comes back, so nothing is resumed with a gap.
 */
@NullMarked
package dev.tillbridge.it.link;

import org.jspecify.annotations.NullMarked;
