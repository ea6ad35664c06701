package dev.tillbridge.model.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a register knows of its own delivery.
 *
 * @param recorded last sequence in its journal
 * @param hq HQ's newest word, null when none has come in this life
 * @param heardAt when it came, null when none has
 * @param clockOffset the store's clock less this one's, null when it was never compared
 * @param disk of the data directory
 * @param problem what needs a human, in a sentence with the next step; null when nothing does
 */
public record DeliveryStatus(
    long recorded,
    @Nullable Watermark hq,
    @Nullable Instant heardAt,
    @Nullable Duration clockOffset,
    DiskStatus disk,
    @Nullable String problem) {

  /** Last sequence HQ has everything up to, 0 when it never said. */
  public long atHq() {
    return hq == null ? 0 : hq.upTo();
  }

  /** Entries HQ has not confirmed yet. */
  public long onTheWay() {
    return Math.max(0, recorded - atHq());
  }
}
