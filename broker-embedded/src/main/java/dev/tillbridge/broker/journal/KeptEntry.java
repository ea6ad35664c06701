package dev.tillbridge.broker.journal;

import dev.tillbridge.model.journal.EntryHash;
import java.time.Instant;

/**
 * An entry as it lies in {@code journal.keep}.
 *
 * @param recordedAt the register's clock when it was made
 * @param bytes the exact sealed bytes; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record KeptEntry(long sequence, Instant recordedAt, byte[] bytes) {

  /** Of its exact bytes. */
  public EntryHash hash() {
    return EntryHash.of(bytes);
  }
}
