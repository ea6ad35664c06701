/**
 * Taking the ticket stream off HQ's broker, batch by batch.
 *
 * <p>Invariant: a batch leaves the broker only after the books have committed it. While the books
 * are away nothing more is taken and nothing is given back: the one batch in hand waits.
 */
@NullMarked
package dev.tillbridge.hq.stream;

import org.jspecify.annotations.NullMarked;
