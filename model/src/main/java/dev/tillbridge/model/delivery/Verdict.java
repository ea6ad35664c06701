package dev.tillbridge.model.delivery;

import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/** What HQ does with bytes that arrive under an entry's id. */
public enum Verdict {
  /** The id is not held yet: keep and post. */
  NEW,
  /** The same bytes are held: count, change nothing. */
  DUPLICATE,
  /** Other bytes are held: keep these too, for a human; post nothing. */
  CONFLICT;

  /**
   * Judges an arrival.
   *
   * @param held hash under which the id is held, null when it is not
   */
  public static Verdict of(@Nullable EntryHash held, EntryHash arrived) {
    if (held == null) {
      return NEW;
    }
    return held.equals(arrived) ? DUPLICATE : CONFLICT;
  }
}
