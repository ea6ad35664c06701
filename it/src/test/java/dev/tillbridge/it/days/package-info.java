/**
 * Whole days of a store, drawn from a seed: clerks at several lanes do whatever the till offers,
 * with power cuts, failing disks and an acquirer that does not answer in between.
 *
 * <p>Invariant: nothing here decides what is right by asking the code it checks; what the books
 * should say is added up from the entries in simple sums of its own.
 */
@NullMarked
package dev.tillbridge.it.days;

import org.jspecify.annotations.NullMarked;
