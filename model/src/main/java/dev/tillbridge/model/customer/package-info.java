/**
 * People who buy here and let us know them.
 *
 * <p>Invariant: a customer's id is made by the register that added them and never changes. A
 * customer's card never has a payment card's number.
 */
@NullMarked
package dev.tillbridge.model.customer;

import org.jspecify.annotations.NullMarked;
