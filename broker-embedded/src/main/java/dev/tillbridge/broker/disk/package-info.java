/**
 * How full the disk under a data directory is.
 *
 * <p>Invariant: there is a warning before new work is refused, and new work is refused while there
 * is still room for what was begun.
 */
@NullMarked
package dev.tillbridge.broker.disk;

import org.jspecify.annotations.NullMarked;
