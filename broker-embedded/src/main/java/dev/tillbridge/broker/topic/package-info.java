/**
 * Compacted topics and how they are polled; the price book as such a topic: reading it, publishing
 * it, and relaying it to a store.
 *
 * <p>Invariant: a manifest is written after the values it seals, and a relay writes only what it
 * verified against the manifest; whoever reads verifies again, because values of the next version
 * may already lie between those of this one.
 */
@NullMarked
package dev.tillbridge.broker.topic;

import org.jspecify.annotations.NullMarked;
