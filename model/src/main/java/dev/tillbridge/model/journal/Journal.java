package dev.tillbridge.model.journal;

import dev.tillbridge.model.identity.LaneId;
import java.util.function.Consumer;

/** This register's own journal: the one durable write per business event. */
public interface Journal {

  /** The lane whose journal it is. */
  LaneId lane();

  /**
   * Stores the entry on this register's disk.
   *
   * <p>Returns after fdatasync, with or without a network. Appending the same entry again changes
   * nothing. Called by the lane's thread only.
   *
   * @throws JournalFull when the disk has no room beyond its reserve; nothing was stored
   * @throws AppendOutcomeUnknown when the write failed in a way that may or may not have stored it;
   *     read {@link #tail()} before using the number again
   * @throws IllegalArgumentException when the entry does not follow the tail
   */
  Appended append(JournalEntry entry);

  /** Where the journal ends; read again from disk after an append of unknown outcome. */
  Tail tail();

  /** Hands every kept entry with a higher sequence to the reader, in order. */
  void readAfter(long sequence, Consumer<StoredEntry> reader);
}
