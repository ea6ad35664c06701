/**
 * Rings a file of real invoices through a whole chain while links are cut and programs are killed.
 *
 * <p>Invariant: with the same file and seed the same links are cut and the same programs killed at
 * the same points of progress; no cut or kill that was asked for is left out.
 */
@NullMarked
package dev.tillbridge.it.replay;

import org.jspecify.annotations.NullMarked;
