package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Agreement;
import dev.tillbridge.model.delivery.HeartbeatPolicy;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.Resend;
import dev.tillbridge.model.delivery.ResendPolicy;
import dev.tillbridge.model.delivery.SequenceRange;
import dev.tillbridge.model.delivery.Verdict;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.journal.EntryHash;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The production rules, all of them or all but one. */
final class Rules {

  private final @Nullable Rule off;
  private final ResendPolicy resend;

  Rules(@Nullable Rule off, ResendPolicy resend) {
    this.off = off;
    this.resend = resend;
  }

  int askedAtATime() {
    return resend.entriesMax();
  }

  boolean isOff(Rule rule) {
    return off == rule;
  }

  long confirmed(
      @Nullable Watermark hq, long firstKept, long tail, LongFunction<EntryHash> hashOf) {
    if (isOff(Rule.WATERMARK_BEFORE_PURGE)) {
      return tail;
    }
    if (isOff(Rule.HEAD_COMPARED)) {
      return hq == null ? 0 : Math.min(hq.upTo(), tail);
    }
    return Agreement.of(hq, firstKept, tail, hashOf).confirmed();
  }

  Verdict verdict(@Nullable EntryHash held, EntryHash arrived) {
    return isOff(Rule.IDEMPOTENCY) ? Verdict.NEW : Verdict.of(held, arrived);
  }

  Request request(
      Request last, List<SequenceRange> missing, Instant since, Instant now, boolean busy) {
    if (isOff(Rule.REQUESTS_ASKED)) {
      return last;
    }
    if (isOff(Rule.PATIENT_ASKING)) {
      Request afresh =
          resend.next(new Request(last.number(), List.of(), last.at()), missing, since, now);
      if (!afresh.ranges().equals(last.ranges())) {
        return afresh;
      }
    }
    return resend.next(last, missing, since, now, busy);
  }

  List<SequenceRange> answer(Request request, long answered, long firstKept, long tail) {
    return isOff(Rule.REQUESTS_ANSWERED)
        ? List.of()
        : Resend.answer(request, answered, firstKept, tail);
  }

  boolean heartbeatDue(
      boolean linkUp, long waiting, HeartbeatPolicy.@Nullable Told last, long tail, Instant now) {
    return !isOff(Rule.HEARTBEATS)
        && HeartbeatPolicy.STANDARD.due(linkUp, waiting, last, tail, now);
  }
}
