/**
 * Tells all lanes of documents, customers and stored values, soon after what they are changes.
 *
 * <p>Invariant: what is told was in the books; versions rise in the order in which it is told, over
 * restarts and restored books too.
 */
@NullMarked
package dev.tillbridge.hq.shared;

import org.jspecify.annotations.NullMarked;
