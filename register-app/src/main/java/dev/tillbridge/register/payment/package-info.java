/**
 * Payments besides the shop's own cash and cards.
 *
 * <p>Invariant: what is taken is worth what the shop's configured rate says, and change is given in
 * the shop's own currency.
 */
@NullMarked
package dev.tillbridge.register.payment;

import org.jspecify.annotations.NullMarked;
