/**
 * Asking those who are not this lane: HQ, and other lanes.
 *
 * <p>Invariant: nothing here is in the way of a sale. It is asked beside the lane, for {@value
 * dev.tillbridge.register.elsewhere.Elsewhere#WAIT_MS} ms at most each time, not at all while the
 * link is down or an answer has failed to come several times; and what comes of it is a command
 * like any other.
 */
@NullMarked
package dev.tillbridge.register.elsewhere;

import org.jspecify.annotations.NullMarked;
