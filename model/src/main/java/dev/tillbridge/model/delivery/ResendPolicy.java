package dev.tillbridge.model.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When HQ asks for what it lacks.
 *
 * @param grace how long a gap may close by itself before it is asked for
 * @param patience how long nothing of an answer may come before it is asked for again
 * @param entriesMax entries asked for at a time
 */
public record ResendPolicy(Duration grace, Duration patience, int entriesMax) {

  public static final ResendPolicy STANDARD =
      new ResendPolicy(Duration.ofSeconds(2), Duration.ofSeconds(15), 5_000);

  /**
   * The request that stands from now on; the last one when nothing is to be said.
   *
   * <p>While an answer is coming in, the request shrinks to what is still open and keeps its
   * number, so that the register does not send the rest a second time. New gaps wait for it.
   *
   * @param missing what is lacking now
   * @param since when something began to lack
   * @param busy whether arrivals wait at HQ that it has not looked at: what is lacking may be among
   *     them, and asking for it again would make that queue only longer
   */
  public Request next(
      Request last, List<SequenceRange> missing, Instant since, Instant now, boolean busy) {
    if (missing.isEmpty()) {
      return last.ranges().isEmpty() ? last : new Request(last.number(), List.of(), now);
    }
    if (!Elapsed.atLeast(grace, since, now)) {
      return last;
    }
    List<SequenceRange> open = Missing.still(last.ranges(), missing);
    boolean coming = !open.equals(last.ranges());
    boolean overdue = !coming && Elapsed.atLeast(patience, last.at(), now);
    if ((open.isEmpty() || overdue) && !busy) {
      return new Request(last.number() + 1, wanted(missing, last.ranges()), now);
    }
    return coming && !open.isEmpty() ? new Request(last.number(), open, now) : last;
  }

  /** The request that stands from now on, at an HQ that has looked at everything that arrived. */
  public Request next(Request last, List<SequenceRange> missing, Instant since, Instant now) {
    return next(last, missing, since, now, false);
  }

  /**
   * Goes on behind what was asked for last and then begins again at the bottom: a gap that nobody
   * can fill any more must not keep HQ from asking for those above it.
   */
  private List<SequenceRange> wanted(List<SequenceRange> missing, List<SequenceRange> asked) {
    long behind = asked.isEmpty() ? 0 : asked.getLast().to();
    List<SequenceRange> above = cut(missing, behind + 1, Long.MAX_VALUE, entriesMax);
    long left = entriesMax - above.stream().mapToLong(SequenceRange::count).sum();
    List<SequenceRange> wanted = new ArrayList<>(cut(missing, 1, behind, left));
    wanted.addAll(above);
    return wanted;
  }

  private static List<SequenceRange> cut(
      List<SequenceRange> missing, long from, long to, long entries) {
    List<SequenceRange> cut = new ArrayList<>();
    long left = entries;
    for (SequenceRange range : missing) {
      long first = Math.max(range.from(), from);
      long last = Math.min(range.to(), to);
      if (left > 0 && first <= last) {
        SequenceRange part = new SequenceRange(first, Math.min(last, first + left - 1));
        cut.add(part);
        left -= part.count();
      }
    }
    return cut;
  }
}
