/**
 * How both ends make sure that everything a register wrote is at HQ: heartbeats up, watermarks and
 * requests down, and the rules of both sides. Everything here is a pure function of what it is
 * given, so that the same rules run in the programs and in the simulator.
 *
 * <p>Invariant: an entry leaves a register only after HQ has said, with the hash of the chain up to
 * there, that it holds it.
 */
@NullMarked
package dev.tillbridge.model.delivery;

import org.jspecify.annotations.NullMarked;
