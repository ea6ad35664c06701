package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.offsite.OffsiteEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Selling away from the shop began or ended. */
public sealed interface OffsiteEntry extends EntryBody {

  /**
   * It began.
   *
   * @param approvedBy id of who allowed it, null when the operator could
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Started(long drawerSession, OffsiteEvent event, @Nullable String approvedBy)
      implements OffsiteEntry {

    public Started {
      Objects.requireNonNull(event, "event is missing");
    }

    public Started(long drawerSession, OffsiteEvent event) {
      this(drawerSession, event, null);
    }
  }

  /**
   * It is over.
   *
   * @param event its id
   * @param approvedBy id of who allowed it, null when the operator could or it was over by itself
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Ended(long drawerSession, String event, @Nullable String approvedBy)
      implements OffsiteEntry {

    public Ended {
      Objects.requireNonNull(event, "event is missing");
    }

    public Ended(long drawerSession, String event) {
      this(drawerSession, event, null);
    }
  }
}
