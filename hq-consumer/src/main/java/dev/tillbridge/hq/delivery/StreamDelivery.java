package dev.tillbridge.hq.delivery;

import dev.tillbridge.model.delivery.RegisterHealth;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.StreamId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How complete one life of a register is at HQ, and what is being done about it.
 *
 * @param watermark HQ holds everything up to there
 * @param lastSequence highest number HQ holds
 * @param announced last number the register told of
 * @param announcedAt when it last told, null when it never did
 * @param lastSeen when HQ last took anything of it
 * @param gaps the missing ranges, ascending, the first hundred at most
 * @param missingSince since when something is missing, null when nothing is
 * @param request what HQ asks for now
 * @param requests how often it has asked since then
 * @param suspended entries of it that went to suspense and hold their number
 * @param health what the register last said of itself, null when it never did
 * @param alarms what is wrong with it now
 * @param closing null while the life is open
 */
public record StreamDelivery(
    StreamId stream,
    long watermark,
    long lastSequence,
    long announced,
    @Nullable Instant announcedAt,
    Instant lastSeen,
    List<SequenceRange> gaps,
    @Nullable Instant missingSince,
    Request request,
    long requests,
    long entries,
    long duplicates,
    long conflicts,
    long suspended,
    @Nullable RegisterHealth health,
    List<Standing> alarms,
    @Nullable Closing closing) {

  /** So long without a word is an alarm; registers speak every few seconds. */
  public static final Duration SILENCE_MAX = Duration.ofMinutes(5);

  /** An alarm. */
  public record Standing(AlarmKind kind, Instant since, String detail) {}

  /**
   * A manager's word that this life is over.
   *
   * @param lastKnown the last number it is known to have used
   * @param arrivedSince entries that came and were posted after that
   */
  public record Closing(Instant at, String who, long lastKnown, String note, long arrivedSince) {}

  /** Numbers that are missing. */
  public long missing() {
    return gaps.stream().mapToLong(SequenceRange::count).sum();
  }
}
