package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Link;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message, as far as it could be understood before the database is asked. */
sealed interface Arrival {

  /** Genuine under the key it carries; whether that is the register's, the {@link Gate} tells. */
  sealed interface Sealed extends Arrival {

    StreamId stream();

    PublicKeyText key();
  }

  /** A genuine entry: it holds its number, posted or not. */
  sealed interface Numbered extends Sealed {

    EntryId id();

    EntryHash previous();

    EntryHash hash();

    byte[] bytes();

    @Override
    default StreamId stream() {
      return new StreamId(id().lane(), id().epoch());
    }

    default Link link() {
      return new Link(id().sequence(), previous(), hash());
    }
  }

  /** An entry, with what it posts. */
  @SuppressWarnings("ArrayRecordComponent") // compared by hash only
  record Readable(
      JournalEntry entry,
      Optional<LedgerTransaction> posts,
      PublicKeyText key,
      EntryHash hash,
      byte[] bytes)
      implements Numbered {

    @Override
    public EntryId id() {
      return entry.id();
    }

    @Override
    public EntryHash previous() {
      return entry.previous();
    }
  }

  /** An entry that goes to suspense and holds its number. */
  @SuppressWarnings("ArrayRecordComponent") // compared by hash only
  record Unpostable(
      EntryId id,
      EntryHash previous,
      SuspenseKind kind,
      String reason,
      PublicKeyText key,
      EntryHash hash,
      byte[] bytes)
      implements Numbered {}

  /**
   * Bytes that go to suspense and hold no number.
   *
   * @param claims the id they carry, null when it cannot be read
   * @param key the key beside their signature, null when there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by hash only
  record Unusable(
      SuspenseKind kind,
      String reason,
      @Nullable EntryId claims,
      @Nullable PublicKeyText key,
      EntryHash hash,
      byte[] bytes)
      implements Arrival {}

  /** A register's heartbeat. */
  record Heard(Heartbeat heartbeat, PublicKeyText key) implements Sealed {

    @Override
    public StreamId stream() {
      return heartbeat.stream();
    }
  }

  /** A heartbeat nobody can believe: no money, so it is counted and left. */
  record Ignored(String reason) implements Arrival {}
}
