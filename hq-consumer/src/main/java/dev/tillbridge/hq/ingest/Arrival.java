package dev.tillbridge.hq.ingest;

import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import java.util.Optional;

/** One message, as far as it could be understood before the database is asked. */
sealed interface Arrival {

  EntryHash hash();

  byte[] bytes();

  /** An entry, with what it posts. */
  @SuppressWarnings("ArrayRecordComponent") // compared by hash only
  record Readable(
      JournalEntry entry, Optional<LedgerTransaction> posts, EntryHash hash, byte[] bytes)
      implements Arrival {

    EntryId id() {
      return entry.id();
    }
  }

  /** Bytes that go to suspense. */
  @SuppressWarnings("ArrayRecordComponent") // compared by hash only
  record Unusable(SuspenseKind kind, String reason, EntryHash hash, byte[] bytes)
      implements Arrival {}
}
