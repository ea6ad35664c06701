/**
 * A supplier's price list becomes items by a mapping: CSV, TSV or XLSX, read as a stream.
 *
 * <p>Invariant: a price is what the file says or its row is a bad row; a list is taken as a whole,
 * less no more rows than the mapping tolerates, each of them named.
 */
@NullMarked
package dev.tillbridge.pricebook.importing;

import org.jspecify.annotations.NullMarked;
