/**
 * Finding items by the words of their names.
 *
 * <p>Invariant: an index is built in the background and is replaced whole, so looking something up
 * never waits for a book; what it takes of memory is bounded by {@link
 * dev.tillbridge.register.search.NameIndex#ITEMS_MAX}.
 */
@NullMarked
package dev.tillbridge.register.search;

import org.jspecify.annotations.NullMarked;
