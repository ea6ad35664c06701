/**
 * People who buy here and let us know them.
 *
 * <p>Invariant: a customer's id is made by the register that added them and never changes.
 */
@NullMarked
package dev.tillbridge.model.customer;

import org.jspecify.annotations.NullMarked;
