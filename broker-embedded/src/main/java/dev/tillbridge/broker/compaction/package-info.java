/**
 * How the broker's compacted topics let replaced values go.
 *
 * <p>Invariant: a replaced value is gone soon after, and letting it go costs a small part of the
 * broker's time, however many values the topic holds.
 */
@NullMarked
package dev.tillbridge.broker.compaction;

import org.jspecify.annotations.NullMarked;
