/**
 * The folder a broker owns on its disk: who uses it, whose life it is, how fast its disk is.
 *
 * <p>Invariant: one process at a time; an epoch is created once and never shared by two folders.
 */
@NullMarked
package dev.tillbridge.broker.datadir;

import org.jspecify.annotations.NullMarked;
