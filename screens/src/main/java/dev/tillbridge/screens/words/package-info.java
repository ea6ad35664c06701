/**
 * How money, time and numbers are written for people.
 *
 * <p>Invariant: the same value reads the same on every screen.
 */
@NullMarked
package dev.tillbridge.screens.words;

import org.jspecify.annotations.NullMarked;
