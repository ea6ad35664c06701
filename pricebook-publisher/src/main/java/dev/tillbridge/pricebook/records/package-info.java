/**
 * What HQ's database says to the price-book admin: which register has which version, and recent
 * tickets. Read only, through two views that HQ owns.
 *
 * <p>Invariant: nothing here is needed to publish.
 */
@NullMarked
package dev.tillbridge.pricebook.records;

import org.jspecify.annotations.NullMarked;
