package dev.tillbridge.model.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a register tells HQ where its journal ends.
 *
 * @param every how often while nothing happens
 */
public record HeartbeatPolicy(Duration every) {

  public static final HeartbeatPolicy STANDARD = new HeartbeatPolicy(Duration.ofSeconds(5));

  /**
   * The last heartbeat of this life of the process.
   *
   * @param tail sequence it told
   * @param at when it was sent
   */
  public record Told(long tail, Instant at) {}

  /**
   * Whether to send one now: only when the way is free, at once when the journal has grown since
   * the last, and else at intervals. A clock that was set back does not silence the register.
   *
   * @param waiting entries the store server has not taken yet
   * @param last null when none was sent
   */
  public boolean due(boolean linkUp, long waiting, @Nullable Told last, long tail, Instant now) {
    if (!linkUp || waiting > 0) {
      return false;
    }
    return last == null || tail != last.tail() || Elapsed.atLeast(every, last.at(), now);
  }
}
