package dev.tillbridge.register.shared;

import dev.tillbridge.model.shared.SharedRecord;

/** Where what HQ told is read from. */
public interface SharedSource {

  /** Takes one record. */
  interface Told {
    void accept(long version, SharedRecord record);
  }

  /** Nothing to read. */
  SharedSource NONE = (version, told) -> {};

  /**
   * Gives everything newer than this version, in any order; of two with one key only the one with
   * the higher version counts.
   *
   * @throws RuntimeException when it cannot be read to its end; the same is asked for again later
   */
  void changedAfter(long version, Told told);
}
