/** Tests of pricing: worked examples an admin can read, and rules that hold for any basket. */
@NullMarked
package dev.tillbridge.model.pricing;

import org.jspecify.annotations.NullMarked;
