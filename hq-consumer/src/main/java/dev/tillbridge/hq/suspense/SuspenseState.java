package dev.tillbridge.hq.suspense;

import org.jspecify.annotations.Nullable;

/** Where a message in suspense stands. */
public enum SuspenseState {
  /** It waits for a human, or for something that makes it postable. */
  OPEN,
  /** Its entry is in the books, by these bytes or by the same ones under another circumstance. */
  POSTED,
  /** An accountant booked it by hand. */
  REPAIRED,
  /** It is no business of ours, or was told as a conflict. */
  RELEASED;

  /** What {@code suspense.resolution} says. */
  public static SuspenseState of(@Nullable String resolution) {
    return switch (resolution) {
      case null -> OPEN;
      case "POSTED", "DUPLICATE" -> POSTED;
      case "REPAIRED" -> REPAIRED;
      case String other -> RELEASED;
    };
  }
}
