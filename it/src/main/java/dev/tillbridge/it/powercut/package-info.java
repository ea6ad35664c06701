/**
 * Power cuts at a seeded moment: what a register had not forced to its disk is thrown away.
 *
 * <p>Invariant: an entry whose append returned is in the journal after the cut, with the same bytes
 * and in an unbroken chain. A file system and a loop device made here are taken away here.
 */
@NullMarked
package dev.tillbridge.it.powercut;

import org.jspecify.annotations.NullMarked;
