package dev.tillbridge.broker.journal;

import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/**
 * The newest entries' hashes, so that HQ's watermark, which is seldom far behind, is compared
 * without reading the journal. Thread-safe.
 */
final class RecentHashes {

  static final int REMEMBERED = 1_024;

  private final @Nullable EntryHash[] hashes = new @Nullable EntryHash[REMEMBERED];
  private final long[] sequences = new long[REMEMBERED];

  synchronized void remember(long sequence, EntryHash hash) {
    int place = place(sequence);
    sequences[place] = sequence;
    hashes[place] = hash;
  }

  /** Null when it is too long ago or was not seen. */
  synchronized @Nullable EntryHash at(long sequence) {
    int place = place(sequence);
    return sequences[place] == sequence ? hashes[place] : null;
  }

  private static int place(long sequence) {
    return (int) (sequence % REMEMBERED);
  }
}
