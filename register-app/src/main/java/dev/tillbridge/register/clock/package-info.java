/**
 * The register's clock: how it compares with the store's and with what the journal has seen, and
 * which business date a drawer gets.
 *
 * <p>Invariant: a wrong clock is told and never stops a sale; the order of entries comes from their
 * sequence, and a session's business date is fixed when it is opened.
 */
@NullMarked
package dev.tillbridge.register.clock;

import org.jspecify.annotations.NullMarked;
