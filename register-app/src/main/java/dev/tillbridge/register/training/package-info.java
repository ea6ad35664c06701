/**
 * Practising at the till: the same rules on a journal, a ticket and devices that are not real.
 *
 * <p>Invariant: of what is done while training, the register's journal knows that it began and
 * ended, and nothing else; no drawer opens, no card is asked for, and every paper says so.
 */
@NullMarked
package dev.tillbridge.register.training;

import org.jspecify.annotations.NullMarked;
