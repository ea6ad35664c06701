/**
 * The price-book admin's commands: publish a price list, see what is published.
 *
 * <p>Invariant: a command either published a whole book or left everything as it was, and says
 * which.
 */
@NullMarked
package dev.tillbridge.pricebook;

import org.jspecify.annotations.NullMarked;
