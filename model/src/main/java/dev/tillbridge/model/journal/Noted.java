package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something people did that moves no money and that somebody may ask about later.
 *
 * @param approvedBy id of who allowed it, null when nobody had to
 * @param detail in words, for a person to read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Noted(long drawerSession, What what, @Nullable String approvedBy, String detail)
    implements EntryBody {

  /** What was done. */
  public enum What {
    /** A person's role did not allow it. */
    REFUSED,
    /** Another person allowed it. */
    OVERRIDDEN,
    SIGNED_ON,
    SIGNED_OFF,
    /** Too many wrong PINs. */
    LOCKED_OUT,
    REPRINTED,
    TRAINING_STARTED,
    TRAINING_ENDED
  }

  public Noted {
    Objects.requireNonNull(what, "what is missing");
    Objects.requireNonNull(detail, "detail is missing");
  }
}
