package dev.tillbridge.register.training;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.Appended;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.JournalFull;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A journal in memory that nobody is sent; it is gone when training ends. Any thread may use it.
 */
final class PracticeJournal implements Journal {

  /** Entries of one training; then there is no room for more, which is said as on a full disk. */
  static final int ENTRIES_MAX = 5_000;

  private final LaneId lane;
  private final long epoch;
  private final List<StoredEntry> entries = new ArrayList<>();

  PracticeJournal(LaneId lane, long epoch) {
    this.lane = lane;
    this.epoch = epoch;
  }

  @Override
  public LaneId lane() {
    return lane;
  }

  @Override
  public synchronized Appended append(JournalEntry entry) {
    if (!entries.isEmpty() && entries.getLast().entry().equals(entry)) {
      return new Appended(entries.getLast(), true);
    }
    Tail tail = tail();
    if (!entry.id().lane().equals(lane)
        || entry.id().epoch() != epoch
        || entry.id().sequence() != tail.nextSequence()
        || !entry.previous().equals(tail.head())) {
      throw new IllegalArgumentException("Entry " + entry.id() + " does not follow " + tail + ".");
    }
    if (entries.size() >= ENTRIES_MAX) {
      throw new JournalFull(
          "This training has %,d entries. End it; another one begins empty."
              .formatted(ENTRIES_MAX));
    }
    entries.add(new StoredEntry(entry, EntryHash.of(Wire.ENTRY.encode(entry))));
    return new Appended(entries.getLast(), false);
  }

  @Override
  public synchronized Tail tail() {
    return entries.isEmpty()
        ? new Tail(epoch, 0, EntryHash.NONE)
        : new Tail(epoch, entries.getLast().entry().id().sequence(), entries.getLast().hash());
  }

  @Override
  public void readAfter(long sequence, Consumer<StoredEntry> reader) {
    List<StoredEntry> now;
    synchronized (this) {
      now = List.copyOf(entries);
    }
    now.stream().filter(stored -> stored.entry().id().sequence() > sequence).forEach(reader);
  }
}
