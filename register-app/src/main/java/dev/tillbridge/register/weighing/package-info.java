/**
 * Goods sold by weight: the scale is asked beside the lane, and what it says is rung.
 *
 * <p>Invariant: a weight comes from the scale at rest or from the clerk, and is never guessed.
 */
@NullMarked
package dev.tillbridge.register.weighing;

import org.jspecify.annotations.NullMarked;
