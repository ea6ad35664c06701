package dev.tillbridge.model.delivery;

import dev.tillbridge.model.journal.EntryHash;
import java.time.Instant;
import java.util.Objects;

/**
 * A register's word to HQ when it has nothing else to send: this is where my journal ends, and this
 * is how I am.
 *
 * @param sequence of the last entry, 0 when there is none
 * @param head its hash
 * @param sentAt the register's clock
 */
public record Heartbeat(
    StreamId stream, long sequence, EntryHash head, Instant sentAt, RegisterHealth health) {

  public Heartbeat {
    Objects.requireNonNull(stream, "stream is missing");
    Objects.requireNonNull(head, "head is missing");
    Objects.requireNonNull(sentAt, "sentAt is missing");
    Objects.requireNonNull(health, "health is missing");
  }
}
