/**
 * Proposes a mapping for a price list nobody has described yet.
 *
 * <p>Invariant: it only proposes; an import uses nothing but a mapping an admin has saved.
 */
@NullMarked
package dev.tillbridge.pricebook.inspection;

import org.jspecify.annotations.NullMarked;
