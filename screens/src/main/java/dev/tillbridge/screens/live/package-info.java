/**
 * Pushing what changes by itself to open pages, as server-sent events.
 *
 * <p>Invariant: whoever signals a change never waits for a browser. A slow or dead page costs
 * itself updates, nobody else.
 */
@NullMarked
package dev.tillbridge.screens.live;

import org.jspecify.annotations.NullMarked;
