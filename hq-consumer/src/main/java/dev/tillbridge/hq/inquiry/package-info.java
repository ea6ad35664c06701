/**
 * What HQ answers lanes that ask.
 *
 * <p>Invariant: the same asked again is done once; without the books there is no answer, and who
 * asked goes by the shop's rule for that.
 */
@NullMarked
package dev.tillbridge.hq.inquiry;

import org.jspecify.annotations.NullMarked;
