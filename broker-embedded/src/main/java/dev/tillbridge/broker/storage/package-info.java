/**
 * How the broker's files reach the disk.
 *
 * <p>Invariant: what the broker has confirmed survives a power cut at that very moment: the bytes,
 * and the name of the file they are in.
 */
@NullMarked
package dev.tillbridge.broker.storage;

import org.jspecify.annotations.NullMarked;
