/**
 * The words of the register's screens in the register's language.
 *
 * <p>Invariant: every language says every {@link Word}, with the same values in it.
 */
@NullMarked
package dev.tillbridge.register.words;

import org.jspecify.annotations.NullMarked;
