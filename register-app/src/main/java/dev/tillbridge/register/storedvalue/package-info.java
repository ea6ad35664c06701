/**
 * Gift certificates and store credits at the till: issued, loaded again, redeemed.
 *
 * <p>Invariant: what is redeemed here is never more than this register knows to be on it, or, for
 * one issued elsewhere, than the shop allows to be taken unasked.
 */
@NullMarked
package dev.tillbridge.register.storedvalue;

import org.jspecify.annotations.NullMarked;
