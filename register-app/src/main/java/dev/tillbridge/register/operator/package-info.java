/**
 * Who may sign on at this register.
 *
 * <p>Invariant: a PIN is known only by its hash, and guessing is slowed down from the third wrong
 * one on.
 */
@NullMarked
package dev.tillbridge.register.operator;

import org.jspecify.annotations.NullMarked;
