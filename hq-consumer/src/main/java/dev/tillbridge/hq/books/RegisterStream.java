package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one life of a register has come.
 *
 * @param head hash of the entry with the last sequence
 * @param missing numbers below the last sequence that have not come
 * @param gaps the first of the missing ranges
 * @param lastSeen when HQ last took anything from it
 * @param lastRecorded the register's clock when it made its last entry
 */
public record RegisterStream(
    String lane,
    long epoch,
    long lastSequence,
    String head,
    long entries,
    long missing,
    List<Gap> gaps,
    long duplicates,
    long conflicts,
    Instant lastSeen,
    @Nullable Instant lastRecorded) {

  /** Entries that have not come, both ends included. */
  public record Gap(long from, long to) {

    public long count() {
      return to - from + 1;
    }

    @Override
    public String toString() {
      return from == to ? Long.toString(from) : from + " to " + to;
    }
  }
}
