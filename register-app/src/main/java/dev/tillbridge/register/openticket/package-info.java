/**
 * The open ticket on this register's disk.
 *
 * <p>Invariant: the file is the whole ticket as it was saved once, never a part of it.
 */
@NullMarked
package dev.tillbridge.register.openticket;

import org.jspecify.annotations.NullMarked;
