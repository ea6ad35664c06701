package dev.tillbridge.hq.stream;

import java.time.Instant;

/**
 * What the consumer does.
 *
 * @param since when it began to
 * @param detail why, in words; empty while it posts
 */
public record ConsumerStatus(State state, Instant since, String detail) {

  /** Where it stands. */
  public enum State {
    POSTING,
    BOOKS_AWAY,
    BROKER_AWAY,
    STOPPED
  }
}
