/**
 * Pricing the open ticket: the book and the moment it is priced with, what people take off by hand,
 * and how much of that they may.
 *
 * <p>Invariant: all lines of a ticket are priced with one version of the book and one context,
 * again at every change.
 */
@NullMarked
package dev.tillbridge.register.pricing;

import org.jspecify.annotations.NullMarked;
