/**
 * Tickets with what came back of them at whichever registers.
 *
 * <p>Invariant: both are read from the entries their registers wrote, and nothing else.
 */
@NullMarked
package dev.tillbridge.hq.returns;

import org.jspecify.annotations.NullMarked;
