/**
 * Items that are rung by touching them: pages of coloured keys.
 *
 * <p>Invariant: they come from the shop's file when there is one, and from nothing else; without a
 * file from what this register sold most.
 */
@NullMarked
package dev.tillbridge.register.favourites;

import org.jspecify.annotations.NullMarked;
