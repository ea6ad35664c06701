/**
 * A real browser for tests and benchmarks.
 *
 * <p>Invariant: it is the Chromium of this machine; none is ever downloaded.
 */
@NullMarked
package dev.tillbridge.it.chromium;

import org.jspecify.annotations.NullMarked;
