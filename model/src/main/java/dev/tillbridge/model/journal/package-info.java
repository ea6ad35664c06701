/**
 * The register's journal: what an entry holds, and the port through which it is written and read.
 *
 * <p>Invariant: entries of one epoch are numbered from 1 without gaps, and each carries the SHA-256
 * of its predecessor's exact bytes.
 */
@NullMarked
package dev.tillbridge.model.journal;

import org.jspecify.annotations.NullMarked;
