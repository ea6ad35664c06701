/**
 * How a supplier writes its price list, as an admin's mapping file says it.
 *
 * <p>Invariant: a key that is not known, a value that is not allowed or a contradiction refuses the
 * mapping with its line; nothing is ignored.
 */
@NullMarked
package dev.tillbridge.pricebook.mapping;

import org.jspecify.annotations.NullMarked;
