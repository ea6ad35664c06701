package dev.tillbridge.broker.journal;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.AppendOutcomeUnknown;
import dev.tillbridge.model.journal.Appended;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.JournalFull;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * One persistent message per entry to the address {@code journal}, stored once and referenced by
 * the queue that is forwarded and the queue that is kept.
 */
public final class ArtemisJournal implements Journal, AutoCloseable {

  private static final long UNKNOWN = -1;

  private final BrokerAccess access;
  private final LaneId lane;
  private final long epoch;
  private final Seal seal;
  private final KeptEntries kept;
  private final BooleanSupplier diskFailed;
  private final RecentHashes recent = new RecentHashes();
  private final AtomicLong newestCheckpoint = new AtomicLong(UNKNOWN);
  private volatile Tail recorded;
  private @Nullable ClientSession session;
  private @Nullable ClientProducer producer;
  private @Nullable Tail tail;
  private boolean writesInDoubt;

  private ArtemisJournal(
      BrokerAccess access,
      LaneId lane,
      long epoch,
      Seal seal,
      LongSupplier kept,
      BooleanSupplier diskFailed) {
    this.access = access;
    this.lane = lane;
    this.epoch = epoch;
    this.seal = seal;
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
    send(entry, bytes);
    requireSoundDisk("Entry " + entry.id());
    EntryHash hash = EntryHash.of(bytes);
    endsAt(new Tail(epoch, entry.id().sequence(), hash));
    if (entry.body() instanceof EntryBody.Checkpoint) {
      rememberCheckpoint(entry.id().sequence());
    }
    return new Appended(new StoredEntry(entry, hash), false);
  }

  private void requireSoundDisk(String what) {
    if (diskFailed.getAsBoolean()) {
      tail = null;
      throw new AppendOutcomeUnknown(
          what
              + " may not be stored: the disk of data.dir refused a write, and what the journal of "
              + lane
              + " says since then cannot be believed. Nothing more is rung here. Check the disk,"
              + " then restart the register; it reads from the disk what was stored.");
    }
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

  private void send(JournalEntry entry, byte[] bytes) {
    try {
      ClientSession open = openSession();
      ClientMessage message = open.createMessage(true);
      message.putStringProperty(Headers.LANE.toString(), lane.toString());
      message.putLongProperty(Headers.EPOCH, epoch);
      message.putLongProperty(Headers.SEQUENCE, entry.id().sequence());
      if (entry.body() instanceof EntryBody.Checkpoint) {
        message.putBooleanProperty(Headers.CHECKPOINT, true);
      }
      message.setTimestamp(entry.recordedAt().toEpochMilli());
      message.putStringProperty(Message.HDR_GROUP_ID.toString(), lane.toString());
      message.getBodyBuffer().writeBytes(bytes);
      openProducer(open).send(message);
    } catch (ActiveMQException e) {
      closeSession();
      if (e.getType() == ActiveMQExceptionType.ADDRESS_FULL) {
        throw new JournalFull(
            "Entry "
                + entry.id()
                + " was not stored: the disk of this register has no room beyond its reserve. Sales"
                + " up to "
                + (entry.id().sequence() - 1)
                + " are safe. Free space on the disk of data.dir; selling goes on by itself.");
      }
      throw inDoubt(entry, e);
    } catch (RuntimeException e) {
      // The client tells of an interrupted thread this way, and the send may have gone out.
      closeSession();
      throw inDoubt(entry, e);
    }
  }

  private AppendOutcomeUnknown inDoubt(JournalEntry entry, Exception cause) {
    tail = null;
    writesInDoubt = true;
    return new AppendOutcomeUnknown(
        "Entry "
            + entry.id()
            + ": the journal did not confirm the write. It says: "
            + cause.getMessage()
            + ". Its tail will be read again before the number is used.",
        cause);
  }

  @Override
  public synchronized Tail tail() {
    Tail known = tail;
    if (known == null) {
      requireSoundDisk("The last entry");
      if (writesInDoubt) {
        settleWrites();
      }
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
   * The broker writes in the order it was asked: once a message sent now is on disk, one sent
   * before it is either there or never will be.
   */
  private void settleWrites() {
    try (ClientSession session = access.session();
        ClientProducer barrier = session.createProducer(Addresses.BARRIER);
        ClientConsumer settled = session.createConsumer(Addresses.BARRIER)) {
      barrier.send(session.createMessage(true));
      for (ClientMessage message = settled.receiveImmediate();
          message != null;
          message = settled.receiveImmediate()) {
        message.acknowledge();
      }
      writesInDoubt = false;
    } catch (ActiveMQException | RuntimeException e) {
      throw new AppendOutcomeUnknown(
          "The journal of "
              + lane
              + " still does not confirm writes ("
              + e.getMessage()
              + "). No number is used until it does; trying again at the next sale.",
          e);
    }
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

  private ClientSession openSession() {
    if (session == null || session.isClosed()) {
      session = access.session();
      producer = null;
    }
    return session;
  }

  private ClientProducer openProducer(ClientSession open) throws ActiveMQException {
    if (producer == null) {
      producer = open.createProducer(Addresses.JOURNAL);
    }
    return producer;
  }

  private void closeSession() {
    if (session != null) {
      try {
        session.close();
      } catch (ActiveMQException | RuntimeException e) {
        // a session that cannot be closed is replaced all the same
      }
      session = null;
      producer = null;
    }
  }

  @Override
  public synchronized void close() {
    closeSession();
  }
}
