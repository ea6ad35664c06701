package dev.tillbridge.broker.link;

import java.time.Instant;

/**
 * What the link upwards does at this moment.
 *
 * @param up true while entries can be forwarded
 * @param since when it last went up or down
 * @param peer the broker at its other end, as host:port
 * @param waiting number of entries not yet accepted by the peer
 */
public record LinkStatus(boolean up, Instant since, String peer, long waiting) {}
