/**
 * Quick starts: the JVM's cache of what a register loads, made by rehearsing one.
 *
 * <p>Invariant: a cache belongs to the very jars it was made from; without one everything starts as
 * well, only slower.
 */
@NullMarked
package dev.tillbridge.it.start;

import org.jspecify.annotations.NullMarked;
