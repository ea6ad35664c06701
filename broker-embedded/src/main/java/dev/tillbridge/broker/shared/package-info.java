/**
 * What HQ tells all lanes of documents, customers and stored values, as it lies in the topic.
 *
 * <p>Invariant: HQ alone writes; a key's newest version is what it knew last.
 */
@NullMarked
package dev.tillbridge.broker.shared;

import org.jspecify.annotations.NullMarked;
