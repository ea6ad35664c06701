package dev.tillbridge.hq.books;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that signed what came from one life of a register.
 *
 * @param refused whether a manager has refused it; he may still approve it
 */
public record KeyFile(
    String key,
    String fingerprint,
    Instant firstSeenAt,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    boolean refused) {

  public boolean pending() {
    return state.equals("PENDING");
  }
}
