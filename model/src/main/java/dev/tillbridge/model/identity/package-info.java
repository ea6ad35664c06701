/**
 * Who wrote what: lanes, and the id every journal entry keeps for ever.
 *
 * <p>Invariant: an {@link dev.tillbridge.model.identity.EntryId} names one entry of one life of one
 * register, is assigned before the first send and never changes.
 */
@NullMarked
package dev.tillbridge.model.identity;

import org.jspecify.annotations.NullMarked;
