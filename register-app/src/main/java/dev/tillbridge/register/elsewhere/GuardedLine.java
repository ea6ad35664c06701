package dev.tillbridge.register.elsewhere;

import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.register.elsewhere.Reply.Silence;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Asks by one line, and gives whoever keeps silent a rest, so that a clerk does not wait in vain at
 * every ticket. Everybody has a rest of their own: a lane that is off says nothing about HQ.
 */
final class GuardedLine {

  static final int CALLS_MIN = 4;
  private static final int WINDOW = 10;
  private static final int HALF_OPEN_CALLS = 2;
  static final Duration REST = Duration.ofSeconds(12);

  /** Who was asked longest ago is forgotten first, and asked as if for the first time. */
  private static final int KNOWN_MAX = 200;

  private final Line line;
  private final CircuitBreakerConfig rules;
  private final Map<Addressee, CircuitBreaker> breakers = new LinkedHashMap<>(16, 0.75f, true);

  GuardedLine(Line line, Clock clock) {
    this.line = line;
    this.rules =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(CALLS_MIN)
            .waitDurationInOpenState(REST)
            .permittedNumberOfCallsInHalfOpenState(HALF_OPEN_CALLS)
            .clock(clock)
            .build();
  }

  boolean isLinked() {
    return line.isLinked();
  }

  Reply ask(Addressee whom, Inquiry inquiry, Duration wait) {
    if (!line.isLinked()) {
      return new Reply.Silent(Silence.NOT_LINKED);
    }
    CircuitBreaker breaker = breaker(whom);
    if (!breaker.tryAcquirePermission()) {
      return new Reply.Silent(Silence.RESTING);
    }
    long start = breaker.getCurrentTimestamp();
    try {
      Reply reply = new Reply.Answered(line.ask(whom, inquiry, wait));
      breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
      return reply;
    } catch (Line.Unanswered | RuntimeException e) {
      breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
      return new Reply.Silent(Silence.NO_ANSWER);
    }
  }

  /** How many of that kind are resting, or are being tried again after a rest. */
  synchronized long silent(Asked.Whom kind) {
    return breakers.entrySet().stream()
        .filter(each -> kind(each.getKey()) == kind)
        .filter(each -> each.getValue().getState() != CircuitBreaker.State.CLOSED)
        .count();
  }

  static Asked.Whom kind(Addressee whom) {
    return switch (whom) {
      case Addressee.Hq hq -> Asked.Whom.HQ;
      case Addressee.Lane lane -> Asked.Whom.LANE;
    };
  }

  private synchronized CircuitBreaker breaker(Addressee whom) {
    CircuitBreaker breaker =
        breakers.computeIfAbsent(whom, each -> CircuitBreaker.of(each.toString(), rules));
    if (breakers.size() > KNOWN_MAX) {
      breakers.remove(breakers.keySet().iterator().next());
    }
    return breaker;
  }
}
