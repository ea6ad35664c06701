package dev.tillbridge.broker.journal;

import dev.tillbridge.broker.access.Addresses;
import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Headers;
import dev.tillbridge.broker.access.MessageBody;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.identity.LaneId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * What {@code journal.keep} holds. Any thread may ask; each call has a session of its own, so that
 * nobody waits for the lane or makes it wait.
 *
 * <p>What is read is found by the broker; only entries that match are handed over and copied.
 */
public final class KeptEntries {

  /** Entries let go in one transaction; as many may be out of sight of readers at a time. */
  public static final int LET_GO_MAX = 500;

  private static final int ONE_AT_A_TIME = 0;
  private static final int ANY_RATE = -1;

  private final BrokerAccess access;
  private final LaneId lane;
  private final LongSupplier count;

  KeptEntries(BrokerAccess access, LaneId lane, LongSupplier count) {
    this.access = access;
    this.lane = lane;
    this.count = count;
  }

  /** Number of entries kept at this moment. */
  public long count() {
    return count.getAsLong();
  }

  /** Lowest sequence kept, absent when nothing is. */
  public OptionalLong first() {
    try (ClientSession session = access.session();
        ClientConsumer kept =
            session.createConsumer(
                SimpleString.of(Addresses.JOURNAL_KEEP), null, ONE_AT_A_TIME, ANY_RATE, true)) {
      ClientMessage message = kept.receiveImmediate();
      requireOpen(kept);
      return message == null ? OptionalLong.empty() : OptionalLong.of(sequence(message));
    } catch (ActiveMQException e) {
      throw unreadable(e);
    }
  }

  /** The entry of this sequence, absent when it is not kept. */
  public Optional<KeptEntry> at(long sequence) {
    KeptEntry[] found = new KeptEntry[1];
    browse(
        Headers.SEQUENCE + " = " + sequence,
        entry -> {
          found[0] = entry;
          return true;
        });
    return Optional.ofNullable(found[0]);
  }

  /** Hands over the kept entries of the range in order, until the reader has enough. */
  public void read(SequenceRange range, Predicate<KeptEntry> goOn) {
    browse("%s BETWEEN %d AND %d".formatted(Headers.SEQUENCE, range.from(), range.to()), goOn);
  }

  /** Hands over every kept entry with a higher sequence in order, until the reader has enough. */
  void readAfter(long sequence, Predicate<KeptEntry> goOn) {
    browse(Headers.SEQUENCE + " > " + sequence, goOn);
  }

  /** Sequence of the newest checkpoint kept, 0 when there is none. */
  long newestCheckpoint() {
    long[] newest = {0};
    browse(
        Headers.CHECKPOINT + " = TRUE",
        entry -> {
          newest[0] = Math.max(newest[0], entry.sequence());
          return true;
        });
    return newest[0];
  }

  /**
   * Lets go of the oldest entries up to this sequence, at most {@link #LET_GO_MAX} of them. Durable
   * when it returns; broken off, all of them stay.
   *
   * @return how many left; call again until it is 0 (large entries may take several calls: their
   *     bytes come piece by piece, and the broker may say before that there is no more)
   */
  public int letGo(long through) {
    OptionalLong first = first();
    if (first.isEmpty() || first.getAsLong() > through) {
      return 0;
    }
    long last = Math.min(through, first.getAsLong() + LET_GO_MAX - 1);
    try (ClientSession session = access.transactedSession();
        ClientConsumer leaving =
            session.createConsumer(Addresses.JOURNAL_KEEP, Headers.SEQUENCE + " <= " + last)) {
      int count = 0;
      for (ClientMessage message = leaving.receiveImmediate();
          message != null;
          message = leaving.receiveImmediate()) {
        message.acknowledge();
        count++;
      }
      session.commit();
      return count;
    } catch (ActiveMQException e) {
      throw new IllegalStateException(
          "The entries of %s up to %d could not be let go: %s. They stay; it is tried again."
              .formatted(lane, last, e.getMessage()),
          e);
    }
  }

  private void browse(@Nullable String selector, Predicate<KeptEntry> goOn) {
    try (ClientSession session = access.session();
        ClientConsumer kept = session.createConsumer(Addresses.JOURNAL_KEEP, selector, true)) {
      ClientMessage message = kept.receiveImmediate();
      while (message != null && goOn.test(entry(message))) {
        message = kept.receiveImmediate();
      }
      requireOpen(kept);
    } catch (ActiveMQException e) {
      throw unreadable(e);
    }
  }

  // A consumer that was closed under us looks like the queue's end.
  private void requireOpen(ClientConsumer kept) {
    if (kept.isClosed()) {
      throw unreadable(new IllegalStateException("the broker closed the reader"));
    }
  }

  private static KeptEntry entry(ClientMessage message) {
    return new KeptEntry(
        sequence(message),
        Instant.ofEpochMilli(message.getTimestamp()),
        MessageBody.bytes(message));
  }

  private static long sequence(ClientMessage message) {
    return message.getLongProperty(Headers.SEQUENCE);
  }

  private IllegalStateException unreadable(Exception cause) {
    return new IllegalStateException(
        "The journal of " + lane + " cannot be read. It says: " + cause.getMessage() + ".", cause);
  }
}
