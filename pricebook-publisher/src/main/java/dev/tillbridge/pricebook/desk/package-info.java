/**
 * Everything a price-book admin can do, one method each; command line and screen only show it.
 *
 * <p>Invariant: what publishes holds the folder's lock, so one publish at a time is under way on
 * this machine.
 */
@NullMarked
package dev.tillbridge.pricebook.desk;

import org.jspecify.annotations.NullMarked;
