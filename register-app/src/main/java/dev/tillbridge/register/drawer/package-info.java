/**
 * A drawer session: from its float to its counted close, and the readings taken during it.
 *
 * <p>Invariant: the business date is fixed when the session opens, and cash expected is the float
 * plus cash taken less cash paid out.
 */
@NullMarked
package dev.tillbridge.register.drawer;

import org.jspecify.annotations.NullMarked;
