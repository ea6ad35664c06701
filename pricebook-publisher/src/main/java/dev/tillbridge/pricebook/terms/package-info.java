/**
 * Promotions, price zones, barcodes with a price or weight in them and dated tax rates, as an
 * admin's file says them.
 *
 * <p>Invariant: a file is taken as a whole; one wrong key or value refuses it with its line.
 */
@NullMarked
package dev.tillbridge.pricebook.terms;

import org.jspecify.annotations.NullMarked;
