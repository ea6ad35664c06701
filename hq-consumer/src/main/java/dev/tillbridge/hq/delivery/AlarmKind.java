package dev.tillbridge.hq.delivery;

/** What can be wrong with a stream. */
public enum AlarmKind {
  /** An entry does not follow the one before it. */
  CHAIN_BROKEN,
  /** The register names another hash for its last entry than HQ holds. */
  HEAD_DIFFERS,
  /** A checkpoint's figures are not those of the books. */
  CHECKPOINT_DIFFERS,
  /** The register's clock is minutes away from the store's. */
  CLOCK_OFF,
  /** The register's disk fills up. */
  DISK_LOW,
  /** The register takes no new tickets until there is room on its disk. */
  DISK_FULL,
  /** A manager closed the life before everything had come. */
  DECLARED_LOST,
  /** A life that was closed goes on. */
  SENDS_AFTER_CLOSING
}
