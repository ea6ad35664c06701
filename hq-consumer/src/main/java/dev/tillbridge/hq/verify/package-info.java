/**
 * Checking the chains in HQ's books: {@code ./tillbridge verify hq}.
 *
 * <p>Invariant: the books are only read, all of them as they were at one moment.
 */
@NullMarked
package dev.tillbridge.hq.verify;

import org.jspecify.annotations.NullMarked;
