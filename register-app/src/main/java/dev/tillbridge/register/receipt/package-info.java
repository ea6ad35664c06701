/**
 * A ticket on paper.
 *
 * <p>Invariant: every figure printed is the journal entry's; nothing is worked out here.
 */
@NullMarked
package dev.tillbridge.register.receipt;

import org.jspecify.annotations.NullMarked;
