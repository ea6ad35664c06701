/**
 * What real baskets would cost under another book.
 *
 * <p>Invariant: pure; both books are asked at the same moment with the same lines, coupons and
 * customer, by the pricer the registers use.
 */
@NullMarked
package dev.tillbridge.pricebook.preview;

import org.jspecify.annotations.NullMarked;
