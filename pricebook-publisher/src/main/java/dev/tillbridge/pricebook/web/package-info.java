/**
 * The price-book admin's screen: from an uploaded price list to every register and back, in the
 * words of the commands.
 *
 * <p>Invariant: nothing but {@code /health} is shown to somebody who has not signed on; every step
 * names the person signed on; a form sent twice does its step once.
 */
@NullMarked
package dev.tillbridge.pricebook.web;

import org.jspecify.annotations.NullMarked;
