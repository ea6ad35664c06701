/**
 * Reading a price list: rows to items, and every row that is wrong by line, field, value and
 * reason.
 *
 * <p>Invariant: no price is guessed; a list with one wrong row gives no items at all.
 */
@NullMarked
package dev.tillbridge.pricebook.pricelist;

import org.jspecify.annotations.NullMarked;
