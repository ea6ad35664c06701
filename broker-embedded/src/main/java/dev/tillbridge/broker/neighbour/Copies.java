package dev.tillbridge.broker.neighbour;

import dev.tillbridge.model.identity.LaneId;

/**
 * A queue with copies of a lane's entries that HQ may not have yet.
 *
 * @param count of copies there now
 * @param everAdded copies that ever came in this life of the process
 */
public record Copies(LaneId lane, String queue, long count, long everAdded) {}
