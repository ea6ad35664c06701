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
   */
  public Request next(Request last, List<SequenceRange> missing, Instant since, Instant now) {
    if (missing.isEmpty()) {
      return last.ranges().isEmpty() ? last : new Request(last.number(), List.of(), now);
    }
    if (!Elapsed.atLeast(grace, since, now)) {
      return last;
    }
    List<SequenceRange> open = Missing.still(last.ranges(), missing);
    if (open.isEmpty()
        || (open.equals(last.ranges()) && Elapsed.atLeast(patience, last.at(), now))) {
      return new Request(last.number() + 1, first(missing), now);
    }
    return open.equals(last.ranges()) ? last : new Request(last.number(), open, now);
  }

  private List<SequenceRange> first(List<SequenceRange> missing) {
    List<SequenceRange> wanted = new ArrayList<>();
    long left = entriesMax;
    for (SequenceRange range : missing) {
      if (left <= 0) {
        break;
      }
      long to = Math.min(range.to(), range.from() + left - 1);
      wanted.add(new SequenceRange(range.from(), to));
      left -= to - range.from() + 1;
    }
    return wanted;
  }
}
