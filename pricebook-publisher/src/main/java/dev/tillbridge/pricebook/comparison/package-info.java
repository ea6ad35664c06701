/**
 * What one book changes against another, as a person wants to know it before publishing: in money,
 * in percent, in words.
 *
 * <p>Invariant: every value that differs is in the comparison, once.
 */
@NullMarked
package dev.tillbridge.pricebook.comparison;

import org.jspecify.annotations.NullMarked;
