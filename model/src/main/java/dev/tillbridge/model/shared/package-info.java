/**
 * What HQ tells every register of the others: documents, customers and stored values, as a
 * compacted topic.
 *
 * <p>Invariant: it is what HQ knew at a version, never the truth of the moment; who changes one
 * asks for it first, or does within what the shop allows unasked.
 */
@NullMarked
package dev.tillbridge.model.shared;

import org.jspecify.annotations.NullMarked;
