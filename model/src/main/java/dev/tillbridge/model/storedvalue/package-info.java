/**
 * Gift certificates and store credits.
 *
 * <p>Invariant: a number is made once, by one register, and carries a check digit.
 */
@NullMarked
package dev.tillbridge.model.storedvalue;

import org.jspecify.annotations.NullMarked;
