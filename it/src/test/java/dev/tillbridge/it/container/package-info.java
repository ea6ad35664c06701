/**
 * The image an operator runs, as a chain over several hosts: one container for each program, on
 * networks of their own.
 *
 * <p>Invariant: every container, network and volume made here is removed by the test that made it,
 * whether it passes or fails.
 */
@NullMarked
package dev.tillbridge.it.container;

import org.jspecify.annotations.NullMarked;
