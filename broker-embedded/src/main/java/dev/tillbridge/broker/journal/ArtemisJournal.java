package dev.tillbridge.broker.journal;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.seal.SealedEntry;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.AppendOutcomeUnknown;
import dev.tillbridge.model.journal.Appended;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.JournalFull;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.journal.Tail;
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

  private final BrokerAccess access;
  private final LaneId lane;
  private final long epoch;
  private final Seal seal;
  private final LongSupplier kept;
  private final BooleanSupplier diskFailed;
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
    this.kept = kept;
    this.diskFailed = diskFailed;
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
    tail = new Tail(epoch, entry.id().sequence(), hash);
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
    StoredEntry[] found = new StoredEntry[1];
    browse("tb_sequence = " + entry.id().sequence(), stored -> found[0] = stored);
    StoredEntry stored = found[0];
    if (stored == null || !stored.hash().equals(hash)) {
      throw new IllegalArgumentException(
          "Entry " + entry.id() + " is in the journal with other content. Nothing was stored.");
    }
    return new Appended(stored, true);
  }

  private void send(JournalEntry entry, byte[] bytes) {
    try {
      ClientSession open = openSession();
      ClientMessage message = open.createMessage(true);
      message.putStringProperty(Headers.LANE.toString(), lane.toString());
      message.putLongProperty(Headers.EPOCH, epoch);
      message.putLongProperty(Headers.SEQUENCE, entry.id().sequence());
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
            + ": the journal did not confirm the write ("
            + cause.getMessage()
            + "). Its tail will be read again before the number is used.",
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
      tail = known;
    }
    return known;
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

  /** Numbers have no gaps, so the last of n kept entries has at least the number n. */
  private Tail readTail() {
    Tail[] last = {new Tail(epoch, 0, EntryHash.NONE)};
    browse(
        "tb_sequence >= " + kept.getAsLong(),
        stored -> last[0] = new Tail(epoch, stored.entry().id().sequence(), stored.hash()));
    return last[0];
  }

  @Override
  public void readAfter(long sequence, Consumer<StoredEntry> reader) {
    browse("tb_sequence > " + sequence, reader);
  }

  private void browse(String selector, Consumer<StoredEntry> reader) {
    try (ClientSession reading = access.session();
        ClientConsumer kept = reading.createConsumer(Addresses.JOURNAL_KEEP, selector, true)) {
      for (ClientMessage message = kept.receiveImmediate();
          message != null;
          message = kept.receiveImmediate()) {
        byte[] bytes = MessageBody.bytes(message);
        reader.accept(new StoredEntry(SealedEntry.read(bytes).orThrow(), EntryHash.of(bytes)));
      }
    } catch (ActiveMQException e) {
      throw new IllegalStateException(
          "The journal of " + lane + " cannot be read: " + e.getMessage() + ".", e);
    }
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
