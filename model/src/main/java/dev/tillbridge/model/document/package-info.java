/**
 * Holds, quotes, orders and layaways: what lives over several tickets.
 *
 * <p>Invariant: money a customer has paid on a document is theirs until it is delivered or given
 * back.
 */
@NullMarked
package dev.tillbridge.model.document;

import org.jspecify.annotations.NullMarked;
