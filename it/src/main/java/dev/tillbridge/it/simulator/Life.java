package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.LaneId;
import java.util.ArrayList;
import java.util.List;

/** One life of one register's disk, and everything that was ever written to it. */
final class Life {

  final int register;
  final StreamId stream;
  final List<Entry> written = new ArrayList<>();

  /** Its disk is gone. */
  boolean dead;

  /** It was set back to an older copy, against the guard that forbids it. */
  boolean forked;

  Life(int register, long epoch) {
    this.register = register;
    this.stream = new StreamId(new LaneId("S01", "R" + (register + 1)), epoch);
  }
}
