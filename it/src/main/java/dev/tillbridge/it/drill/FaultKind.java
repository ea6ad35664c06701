package dev.tillbridge.it.drill;

import java.util.Locale;

/** What goes wrong. */
public enum FaultKind {
  /** A link's connections are closed and refused. */
  CUT(5),
  /** A link passes nothing and closes nothing. */
  SILENT_CUT(5),
  KILL_REGISTER(4),
  /** A register is killed while its neighbour, whose copies it keeps, has no link. */
  KILL_NEIGHBOUR(2),
  KILL_STORE(3),
  KILL_HQ(2),
  KILL_POSTGRES(2),
  /** The first register's disk fills below its reserve. */
  DISK_FULL(1),
  /** The store server is killed and its data directory deleted. */
  STORE_WIPED(2),
  /** A register's clock jumps, and jumps back later. */
  CLOCK_JUMP(2),
  /** Entries HQ has arrive again. */
  DUPLICATES(2),
  /** Entries HQ has arrive again, the newest first, in between new ones. */
  REORDERED(2),
  /** Messages that are no entries, or forged ones, arrive at HQ. */
  POISON(3);

  private final int weight;

  FaultKind(int weight) {
    this.weight = weight;
  }

  /** How often it comes, compared with the others. */
  int weight() {
    return weight;
  }

  /** Its name in the result. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
