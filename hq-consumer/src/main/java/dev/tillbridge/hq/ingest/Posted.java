package dev.tillbridge.hq.ingest;

/**
 * What became of a batch.
 *
 * @param entries stored and posted for the first time
 * @param tickets among them
 * @param duplicates had been stored before, byte for byte; not posted again
 * @param conflicts other bytes under a known id; kept, not posted
 * @param suspended could not be read, believed or posted; kept
 * @param heartbeats taken
 * @param ignored heartbeats nobody can believe
 */
public record Posted(
    int entries,
    int tickets,
    int duplicates,
    int conflicts,
    int suspended,
    int heartbeats,
    int ignored) {

  static final Posted NOTHING = new Posted(0, 0, 0, 0, 0);

  /** Of a batch without heartbeats. */
  public Posted(int entries, int tickets, int duplicates, int conflicts, int suspended) {
    this(entries, tickets, duplicates, conflicts, suspended, 0, 0);
  }

  Posted plus(Posted other) {
    return new Posted(
        entries + other.entries,
        tickets + other.tickets,
        duplicates + other.duplicates,
        conflicts + other.conflicts,
        suspended + other.suspended,
        heartbeats + other.heartbeats,
        ignored + other.ignored);
  }
}
