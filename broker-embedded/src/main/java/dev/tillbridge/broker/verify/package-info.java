/**
 * Checking journals offline: {@code ./tillbridge verify}. Needs nothing but the sealed bytes, for
 * the key is in each seal and each entry carries the hash of the one before it.
 *
 * <p>Invariant: what is checked is never changed; a journal is read from a copy of it.
 */
@NullMarked
package dev.tillbridge.broker.verify;

import org.jspecify.annotations.NullMarked;
