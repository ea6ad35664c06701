package dev.tillbridge.broker.journal;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.AppendOutcomeUnknown;
import dev.tillbridge.model.journal.Appended;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A chain of entries, each one message, stored once and referenced by the queue that is forwarded
 * and the queue that is kept.
 */
public final class ArtemisJournal implements Journal, AutoCloseable {

  private static final long UNKNOWN = -1;

  private final LaneId lane;
  private final long epoch;
  private final Seal seal;
  private final JournalWrites writes;
  private final KeptEntries kept;
  private final BooleanSupplier diskFailed;
  private final RecentHashes recent = new RecentHashes();
  private final AtomicLong newestCheckpoint = new AtomicLong(UNKNOWN);
  private volatile Tail recorded;
  private @Nullable Tail tail;

  private ArtemisJournal(
      BrokerAccess access,
      LaneId lane,
      long epoch,
      Seal seal,
      LongSupplier kept,
      BooleanSupplier diskFailed) {
    this.lane = lane;
    this.epoch = epoch;
    this.seal = seal;
    this.writes = new JournalWrites(access, lane);
    this.kept = new KeptEntries(access, lane, kept);
    this.diskFailed = diskFailed;
    this.recorded = new Tail(epoch, 0, EntryHash.NONE);
  }

  /**
   * Opens the journal and reads its tail.
   *
   * @param kept number of entries kept at this moment
   * @param diskFailed whether the broker has met a write or a sync that failed: from then on it may
   *     confirm, and hand out, what is not on disk
   */
  public static ArtemisJournal open(
      BrokerAccess access,
      LaneId lane,
      long epoch,
      Seal seal,
      LongSupplier kept,
      BooleanSupplier diskFailed) {
    ArtemisJournal journal = new ArtemisJournal(access, lane, epoch, seal, kept, diskFailed);
    journal.tail();
    return journal;
  }

  @Override
  public LaneId lane() {
    return lane;
  }

  @Override
  public synchronized Appended append(JournalEntry entry) {
    Tail end = tail();
    if (entry.id().sequence() <= end.sequence() && belongsHere(entry)) {
      return alreadyThere(entry);
    }
    requireNext(entry, end);
    byte[] bytes = SealedEntry.seal(entry, seal);
    write(entry, bytes);
    EntryHash hash = EntryHash.of(bytes);
    endsAt(new Tail(epoch, entry.id().sequence(), hash));
    if (entry.body() instanceof EntryBody.Checkpoint) {
      rememberCheckpoint(entry.id().sequence());
    }
    return new Appended(new StoredEntry(entry, hash), false);
  }

  private boolean belongsHere(JournalEntry entry) {
    return entry.id().lane().equals(lane) && entry.id().epoch() == epoch;
  }

  private void requireNext(JournalEntry entry, Tail end) {
    if (!belongsHere(entry)
        || entry.id().sequence() != end.nextSequence()
        || !entry.previous().equals(end.head())) {
      throw new IllegalArgumentException(
          "Entry %s after %s does not follow the tail of %s: epoch %d, sequence %d, head %s. Nothing was stored."
              .formatted(entry.id(), entry.previous(), lane, epoch, end.sequence(), end.head()));
    }
  }

  private Appended alreadyThere(JournalEntry entry) {
    EntryHash hash = EntryHash.of(SealedEntry.seal(entry, seal));
    KeptEntry found = kept.at(entry.id().sequence()).orElse(null);
    if (found == null || !found.hash().equals(hash)) {
      throw new IllegalArgumentException(
          "Entry "
              + entry.id()
              + (found == null
                  ? " was in the journal and has left it."
                  : " is in the journal with other content.")
              + " Nothing was stored.");
    }
    return new Appended(stored(found), true);
  }

  private void write(JournalEntry entry, byte[] bytes) {
    try {
      writes.write(entry, bytes);
      requireSoundDisk("Entry " + entry.id());
    } catch (AppendOutcomeUnknown e) {
      tail = null; // it is read again before the number is used
      throw e;
    }
  }

  private void requireSoundDisk(String what) {
    if (diskFailed.getAsBoolean()) {
      throw new AppendOutcomeUnknown(
          what
              + " may not be stored: the disk of data.dir refused a write, and what the journal of "
              + lane
              + " says since then cannot be believed. Nothing more is rung here. Check the disk,"
              + " then restart the register; it reads from the disk what was stored.");
    }
  }

  @Override
  public synchronized Tail tail() {
    Tail known = tail;
    if (known == null) {
      requireSoundDisk("The last entry");
      writes.settle();
      known = readTail();
      endsAt(known);
    }
    return known;
  }

  private void endsAt(Tail end) {
    tail = end;
    recorded = end;
    recent.remember(end.sequence(), end.head());
  }

  /** The tail as it was last known. Never waits, not even for an append under way. */
  public Tail recorded() {
    return recorded;
  }

  /** What is kept, for reading and letting go beside the lane. */
  public KeptEntries kept() {
    return kept;
  }

  /** Own hash at a sequence, absent when that entry is not kept. Never waits for the lane. */
  public Optional<EntryHash> hashAt(long sequence) {
    EntryHash remembered = recent.at(sequence);
    return remembered == null ? kept.at(sequence).map(KeptEntry::hash) : Optional.of(remembered);
  }

  /** Sequence of the newest checkpoint known to be kept, 0 when there is none. */
  public long newestCheckpoint() {
    if (newestCheckpoint.get() == UNKNOWN) {
      rememberCheckpoint(kept.newestCheckpoint());
    }
    return newestCheckpoint.get();
  }

  private void rememberCheckpoint(long sequence) {
    newestCheckpoint.accumulateAndGet(sequence, Math::max);
  }

  /**
   * Numbers have no gaps, so the last one is known before it is read. When entries leave at this
   * moment the guess may be too high; then everything kept is looked through.
   */
  private Tail readTail() {
    Tail before = recorded;
    long guess =
        before.sequence() > 0
            ? before.sequence()
            : kept.first().stream().map(first -> first + kept.count() - 1).findFirst().orElse(0);
    Tail found = lastAfter(guess - 1);
    return found.sequence() == 0 && guess > 0 ? lastAfter(0) : found;
  }

  private Tail lastAfter(long sequence) {
    Tail[] last = {new Tail(epoch, 0, EntryHash.NONE)};
    kept.readAfter(
        sequence,
        entry -> {
          last[0] = new Tail(epoch, entry.sequence(), entry.hash());
          return true;
        });
    return last[0];
  }

  @Override
  public void readAfter(long sequence, Consumer<StoredEntry> reader) {
    kept.readAfter(
        sequence,
        entry -> {
          reader.accept(stored(entry));
          return true;
        });
  }

  private static StoredEntry stored(KeptEntry entry) {
    return new StoredEntry(SealedEntry.read(entry.bytes()).orThrow(), entry.hash());
  }

  @Override
  public synchronized void close() {
    writes.close();
  }
}
