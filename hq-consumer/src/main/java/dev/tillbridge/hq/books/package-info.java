/**
 * Reading the books: what the accountant asks, answered from the database.
 *
 * <p>Invariant: nothing here writes. Amounts leave as {@link org.joda.money.Money}, exact.
 */
@NullMarked
package dev.tillbridge.hq.books;

import org.jspecify.annotations.NullMarked;
