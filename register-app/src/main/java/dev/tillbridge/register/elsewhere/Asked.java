package dev.tillbridge.register.elsewhere;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often others were to be asked since the start, and what came of it. Thread-safe. */
public final class Asked {

  /** Who was to be asked. */
  public enum Whom {
    HQ,
    LANE
  }

  /** What came of it. */
  public enum Outcome {
    ANSWERED,
    NOT_LINKED,
    NO_ANSWER,
    RESTING;

    private static Outcome of(Reply reply) {
      return switch (reply) {
        case Reply.Answered answered -> ANSWERED;
        case Reply.Silent(Reply.Silence why) ->
            switch (why) {
              case NOT_LINKED -> NOT_LINKED;
              case NO_ANSWER -> NO_ANSWER;
              case RESTING -> RESTING;
            };
      };
    }
  }

  private record Counted(Whom whom, Outcome outcome) {}

  private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();

  void count(Whom whom, Reply reply) {
    counts
        .computeIfAbsent(new Counted(whom, Outcome.of(reply)), each -> new LongAdder())
        .increment();
  }

  public long count(Whom whom, Outcome outcome) {
    LongAdder found = counts.get(new Counted(whom, outcome));
    return found == null ? 0 : found.sum();
  }
}
