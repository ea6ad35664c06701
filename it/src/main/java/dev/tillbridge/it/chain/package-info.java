/**
 * A whole small chain on one machine: HQ, one store server and two registers, each a process with a
 * folder, settings and secrets of its own, and links that can be cut.
 *
 * <p>Invariant: secrets and people are made once per data folder and are readable by their owner
 * only; starting again on the same folder changes none of them.
 */
@NullMarked
package dev.tillbridge.it.chain;

import org.jspecify.annotations.NullMarked;
