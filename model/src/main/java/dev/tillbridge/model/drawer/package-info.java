/**
 * Drawer sessions: what a drawer's entries add up to between opening float and count.
 *
 * <p>Invariant: a session is a fold over its entries and nothing else, so register and HQ come to
 * the same figures.
 */
@NullMarked
package dev.tillbridge.model.drawer;

import org.jspecify.annotations.NullMarked;
