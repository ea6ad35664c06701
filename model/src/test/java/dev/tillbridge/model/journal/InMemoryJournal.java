package dev.tillbridge.model.journal;

import dev.tillbridge.model.identity.LaneId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal without a disk, and with faults on demand. Keeps {@link JournalContract}, except that
 * its hashes are over an entry's text instead of its wire bytes.
 */
public final class InMemoryJournal implements Journal {

  private final LaneId lane;
  private final long epoch;
  private final List<StoredEntry> entries = new ArrayList<>();
  private @Nullable Fault nextAppend;
  private boolean unreadable;

  /** What the next append does instead of storing and returning. */
  public enum Fault {
    FULL,
    UNKNOWN_STORED,
    UNKNOWN_NOT_STORED
  }

  public InMemoryJournal(LaneId lane, long epoch) {
    this.lane = lane;
    this.epoch = epoch;
  }

  /** The next append, and only that one, fails this way. */
  public synchronized void failNextAppend(Fault fault) {
    nextAppend = fault;
  }

  /** While true, the tail cannot be read. */
  public synchronized void unreadable(boolean now) {
    unreadable = now;
  }

  /** All entries so far. */
  public synchronized List<StoredEntry> entries() {
    return List.copyOf(entries);
  }

  /** Sequence of the last entry, told without asking the disk. */
  public synchronized long recorded() {
    return ending().sequence();
  }

  /** Forgets the last entry, as a disk restored from an old backup would. */
  public synchronized void loseLast() {
    entries.removeLast();
  }

  /** Lets go of the entries up to there, as a register does with what HQ has; keeps the last. */
  public synchronized void letGo(long through) {
    long gone = Math.min(through, ending().sequence() - 1);
    entries.removeIf(stored -> stored.entry().id().sequence() <= gone);
  }

  @Override
  public LaneId lane() {
    return lane;
  }

  @Override
  public synchronized Appended append(JournalEntry entry) {
    Fault fault = nextAppend;
    nextAppend = null;
    if (fault == Fault.FULL) {
      throw new JournalFull("The disk has 12 MB left and 64 MB are kept in reserve.");
    }
    if (fault == Fault.UNKNOWN_NOT_STORED) {
      throw unknown();
    }
    Appended appended = store(entry);
    if (fault == Fault.UNKNOWN_STORED) {
      throw unknown();
    }
    return appended;
  }

  private Appended store(JournalEntry entry) {
    Tail tail = ending();
    if (!entries.isEmpty() && entries.getLast().entry().equals(entry)) {
      return new Appended(entries.getLast(), true);
    }
    if (!entry.id().lane().equals(lane)
        || entry.id().epoch() != epoch
        || entry.id().sequence() != tail.nextSequence()
        || !entry.previous().equals(tail.head())) {
      throw new IllegalArgumentException("Entry " + entry.id() + " does not follow " + tail + ".");
    }
    EntryHash hash = EntryHash.of(entry.toString().getBytes(StandardCharsets.UTF_8));
    entries.add(new StoredEntry(entry, hash));
    return new Appended(entries.getLast(), false);
  }

  @Override
  public synchronized Tail tail() {
    if (unreadable) {
      throw new IllegalStateException("The journal's disk does not answer.");
    }
    return ending();
  }

  private Tail ending() {
    return entries.isEmpty()
        ? new Tail(epoch, 0, EntryHash.NONE)
        : new Tail(epoch, entries.getLast().entry().id().sequence(), entries.getLast().hash());
  }

  @Override
  public void readAfter(long sequence, Consumer<StoredEntry> reader) {
    for (StoredEntry stored : entries()) {
      if (stored.entry().id().sequence() > sequence) {
        reader.accept(stored);
      }
    }
  }

  private static AppendOutcomeUnknown unknown() {
    return new AppendOutcomeUnknown(
        "The write began and its end is not known.", new IllegalStateException("disk"));
  }
}
