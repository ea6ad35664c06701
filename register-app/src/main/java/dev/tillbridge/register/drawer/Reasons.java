package dev.tillbridge.register.drawer;

import dev.tillbridge.register.lane.LaneLimits;
import dev.tillbridge.register.lane.Refusal;
import java.util.Optional;

/** Reasons that have to be given. */
final class Reasons {

  private Reasons() {}

  static Optional<Refusal> missing(String reason, String what) {
    int length = reason.strip().length();
    return length >= 1 && length <= LaneLimits.REASON_LENGTH_MAX
        ? Optional.empty()
        : Optional.of(new DrawerRefusal.NoReason(what));
  }
}
