/**
 * A register's side of the promise that HQ gets everything: it listens to HQ's watermark, answers
 * HQ's requests from what it kept, sends heartbeats, compares clocks, and lets go of what HQ holds.
 *
 * <p>Invariant: an entry leaves {@code journal.keep} only below a watermark whose chain head is the
 * register's own hash at that place, and never before a checkpoint has taken over its meaning.
 */
@NullMarked
package dev.tillbridge.broker.delivery;

import org.jspecify.annotations.NullMarked;
