package dev.tillbridge.model.delivery;

import java.util.List;

/** What a register sends again. */
public final class Resend {

  private Resend() {}

  /**
   * The ranges to read from {@code journal.keep} and send; empty when the request was answered
   * before or asks for nothing that is kept. A lower number is a new request too: it comes from a
   * database that was restored from an older copy.
   *
   * @param answered number of the last request answered in this life of the process
   * @param firstKept lowest sequence still kept
   * @param tail last sequence written
   */
  public static List<SequenceRange> answer(
      Request request, long answered, long firstKept, long tail) {
    if (request.number() == answered) {
      return List.of();
    }
    return request.ranges().stream()
        .filter(range -> range.to() >= firstKept && range.from() <= tail)
        .map(range ->
            new SequenceRange(Math.max(range.from(), firstKept), Math.min(range.to(), tail)))
        .toList();
  }
}
