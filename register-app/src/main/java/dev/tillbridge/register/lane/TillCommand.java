package dev.tillbridge.register.lane;

import dev.tillbridge.model.journal.EntryBody;
import java.util.Optional;

/**
 * Something a person asks of the lane. It is carried out in the lane's turn, so it must not wait
 * for anything but the disk. Nothing is changed when it answers with a refusal.
 */
public interface TillCommand {

  Optional<Refusal> carryOut(AtTheTill till);

  /** What has to be so before it is carried out. */
  default Needs needs() {
    return Needs.OPEN_DRAWER;
  }

  /**
   * Whether it would record this. When a write in doubt turns out to be such an entry, the command
   * was carried out already.
   */
  default boolean records(EntryBody body) {
    return false;
  }

  /** What has to be so. */
  enum Needs {
    NOTHING,
    SIGNED_ON,
    OPEN_DRAWER;

    /** Why it cannot be carried out yet. */
    Optional<Refusal> missing(AtTheTill till) {
      if (this != NOTHING && till.signedOn() == null) {
        return Optional.of(new Refusal.NotSignedOn());
      }
      return this == OPEN_DRAWER && till.session() == null
          ? Optional.of(new Refusal.DrawerClosed())
          : Optional.empty();
    }
  }
}
