/**
 * HQ's watermarks as a compacted topic: publishing them, reading them, and relaying them to a
 * store.
 *
 * <p>Invariant: a relay changes nothing of what HQ said and copies all of it, also what it cannot
 * read itself, so that a store lags behind HQ's topic and never differs from it for long.
 */
@NullMarked
package dev.tillbridge.broker.watermark;

import org.jspecify.annotations.NullMarked;
