package dev.tillbridge.model.journal;

import dev.tillbridge.model.offsite.OffsiteEvent;
import java.util.Objects;

/** Selling away from the shop began or ended. */
public sealed interface OffsiteEntry extends EntryBody {

  record Started(long drawerSession, OffsiteEvent event) implements OffsiteEntry {

    public Started {
      Objects.requireNonNull(event, "event is missing");
    }
  }

  /**
   * It is over.
   *
   * @param event its id
   */
  record Ended(long drawerSession, String event) implements OffsiteEntry {

    public Ended {
      Objects.requireNonNull(event, "event is missing");
    }
  }
}
