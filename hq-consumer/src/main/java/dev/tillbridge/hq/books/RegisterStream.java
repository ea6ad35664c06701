package dev.tillbridge.hq.books;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far one life of a register has come, and what it says of itself.
 *
 * @param head hash of the entry with the last sequence
 * @param missing numbers below the last sequence that have not come
 * @param gaps the first of the missing ranges
 * @param lastSeen when HQ last took anything from it
 * @param lastRecorded the register's clock when it made its last entry
 * @param watermark HQ has everything up to there
 * @param watermarkHead hash of that entry
 * @param brokenAt the entry there does not follow the one before it; null while the chain is whole
 * @param announced the last number it has told of
 * @param heard when HQ last heard of it, heartbeats included
 * @param missingSince when something began to lack, null while nothing does
 * @param suspended entries that hold their number but are not posted
 * @param unseenConflicts conflicts nobody has remarked on
 * @param afterClosing entries that came after a manager closed this life
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
    @Nullable Instant lastRecorded,
    long watermark,
    String watermarkHead,
    @Nullable Long brokenAt,
    long announced,
    Instant heard,
    @Nullable Instant missingSince,
    Request request,
    long suspended,
    long unseenConflicts,
    long afterClosing,
    @Nullable Health health,
    @Nullable Closing closing) {

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

  /**
   * What HQ asks it to send again.
   *
   * @param times how often it was asked for what lacks now
   * @param ranges empty when it is asked for nothing
   */
  public record Request(long number, String ranges, @Nullable Instant at, long times) {}

  /** Its last heartbeat. */
  public record Health(
      Instant receivedAt,
      long waiting,
      long kept,
      String diskLevel,
      long diskFreeBytes,
      @Nullable Long clockOffsetMs,
      @Nullable Long priceBook,
      @Nullable String neighbour,
      long neighbourWaiting,
      String program) {}

  /** That a manager said nothing more is to come. */
  public record Closing(Instant at, String by, long sequence, String note) {}

  /** The highest number anybody has told HQ of. */
  public long lastKnown() {
    return Math.max(lastSequence, announced);
  }

  /** Numbers the register has told of that HQ cannot vouch for yet. */
  public long behind() {
    return Math.max(0, lastKnown() - watermark);
  }
}
