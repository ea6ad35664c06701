/**
 * Sales tax: rates, and the one place where tax is rounded.
 *
 * <p>Invariant: net + tax = gross for every {@link dev.tillbridge.model.tax.TaxAmount}.
 */
@NullMarked
package dev.tillbridge.model.tax;

import org.jspecify.annotations.NullMarked;
