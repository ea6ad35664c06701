/**
 * What a clerk does, in a real browser in front of a real chain: each numbered point of the till is
 * a {@link dev.tillbridge.it.clerk.Walk}, done with the link up and again with the link cut.
 *
 * <p>Invariant: a walk only clicks and types, and says beforehand what it means for HQ's accounts.
 */
@NullMarked
package dev.tillbridge.it.clerk;

import org.jspecify.annotations.NullMarked;
