/**
 * Price books on their way through real processes: published, killed, damaged, late.
 *
 * <p>Invariant tried here: a register always has one complete, verified book and says which.
 */
@NullMarked
package dev.tillbridge.it.pricebook;

import org.jspecify.annotations.NullMarked;
