/** Tests of the price book's values. */
@NullMarked
package dev.tillbridge.model.pricebook;

import org.jspecify.annotations.NullMarked;
