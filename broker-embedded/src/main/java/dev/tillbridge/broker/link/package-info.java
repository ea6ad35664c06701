/**
 * The link upwards: its state, since when, and how many entries wait for it.
 *
 * <p>Invariant: what is shown is what the bridge does, noticed within three seconds.
 */
@NullMarked
package dev.tillbridge.broker.link;

import org.jspecify.annotations.NullMarked;
