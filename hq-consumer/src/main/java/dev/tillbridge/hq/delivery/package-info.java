/**
 * HQ's half of the guarantee of delivery: it asks for what is missing, tells registers how far it
 * holds their streams, compares what they say of themselves with the books, and lets a manager
 * close the life of a register that is gone.
 *
 * <p>Invariant: a watermark is published after the transaction that stored what it confirms, and
 * its version rises with every change.
 */
@NullMarked
package dev.tillbridge.hq.delivery;

import org.jspecify.annotations.NullMarked;
