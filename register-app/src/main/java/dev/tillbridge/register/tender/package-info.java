/**
 * Paying a ticket: what is enough, what is given back, which notes are likely.
 *
 * <p>Invariant: tenders less change equal the total, and change is never negative.
 */
@NullMarked
package dev.tillbridge.register.tender;

import org.jspecify.annotations.NullMarked;
