package dev.tillbridge.broker.journal;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.AppendOutcomeUnknown;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.JournalFull;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientProducer;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * A lane's writes to the address {@code journal}, one persistent message per entry, and whether one
 * of them is in doubt. For one thread at a time.
 */
final class JournalWrites implements AutoCloseable {

  private final BrokerAccess access;
  private final LaneId lane;
  private @Nullable ClientSession session;
  private @Nullable ClientProducer producer;
  private boolean inDoubt;

  JournalWrites(BrokerAccess access, LaneId lane) {
    this.access = access;
    this.lane = lane;
  }

  /**
   * Returns when the broker has confirmed the write.
   *
   * @param bytes of the entry, sealed
   * @throws JournalFull when there is no room; nothing was stored
   * @throws AppendOutcomeUnknown when it was not confirmed, and may be stored; {@link #settle} it
   */
  void write(JournalEntry entry, byte[] bytes) {
    try {
      ClientSession open = openSession();
      ClientMessage message = message(open, entry, bytes);
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
      throw unconfirmed(entry, e);
    } catch (RuntimeException e) {
      // The client tells of an interrupted thread this way, and the send may have gone out.
      closeSession();
      throw unconfirmed(entry, e);
    }
  }

  private ClientMessage message(ClientSession open, JournalEntry entry, byte[] bytes) {
    ClientMessage message = open.createMessage(true);
    message.putStringProperty(Headers.LANE.toString(), lane.toString());
    message.putLongProperty(Headers.EPOCH, entry.id().epoch());
    message.putLongProperty(Headers.SEQUENCE, entry.id().sequence());
    if (entry.body() instanceof EntryBody.Checkpoint) {
      message.putBooleanProperty(Headers.CHECKPOINT, true);
    }
    message.setTimestamp(entry.recordedAt().toEpochMilli());
    message.putStringProperty(Message.HDR_GROUP_ID.toString(), lane.toString());
    message.getBodyBuffer().writeBytes(bytes);
    return message;
  }

  private AppendOutcomeUnknown unconfirmed(JournalEntry entry, Exception cause) {
    inDoubt = true;
    return new AppendOutcomeUnknown(
        "Entry "
            + entry.id()
            + ": the journal did not confirm the write. It says: "
            + cause.getMessage()
            + ". Its tail will be read again before the number is used.",
        cause);
  }

  /**
   * Returns when no write is in doubt: what was written is there, or never will be. The broker
   * writes in the order it was asked, so once a message sent now is on disk, that holds for all
   * before it.
   *
   * @throws AppendOutcomeUnknown when that is not confirmed either
   */
  void settle() {
    if (!inDoubt) {
      return;
    }
    try (ClientSession session = access.session();
        ClientProducer barrier = session.createProducer(Addresses.BARRIER);
        ClientConsumer settled = session.createConsumer(Addresses.BARRIER)) {
      barrier.send(session.createMessage(true));
      for (ClientMessage message = settled.receiveImmediate();
          message != null;
          message = settled.receiveImmediate()) {
        message.acknowledge();
      }
      inDoubt = false;
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
  public void close() {
    closeSession();
  }
}
