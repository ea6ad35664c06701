package dev.tillbridge.register.elsewhere;

import java.util.concurrent.atomic.AtomicLongArray;

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

  private final AtomicLongArray counts =
      new AtomicLongArray(Whom.values().length * Outcome.values().length);

  void count(Whom whom, Reply reply) {
    counts.incrementAndGet(place(whom, Outcome.of(reply)));
  }

  public long count(Whom whom, Outcome outcome) {
    return counts.get(place(whom, outcome));
  }

  private static int place(Whom whom, Outcome outcome) {
    return whom.ordinal() * Outcome.values().length + outcome.ordinal();
  }
}
