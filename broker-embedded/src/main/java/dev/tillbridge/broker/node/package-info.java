/**
 * The broker of one process, in the role register, store or HQ.
 *
 * <p>Invariant: one process per data directory, one epoch per life of it, security always on.
 */
@NullMarked
package dev.tillbridge.broker.node;

import org.jspecify.annotations.NullMarked;
