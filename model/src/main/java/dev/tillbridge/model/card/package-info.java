/**
 * Card payments as the shop may know them.
 *
 * <p>Invariant: no card number, track data or security code ever stands in here.
 */
@NullMarked
package dev.tillbridge.model.card;

import org.jspecify.annotations.NullMarked;
