package dev.tillbridge.register.card;

import dev.tillbridge.devices.peripherals.CardAnswer;
import dev.tillbridge.devices.peripherals.CardTerminal;
import dev.tillbridge.devices.peripherals.Reversal;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;
import org.joda.money.Money;

/**
 * Asks a bank that keeps silent only now and then, so that clerk and customer do not wait for it in
 * vain at every ticket.
 *
 * <p>Silence after a request went out is a failure. A terminal that says at once that it has no
 * line is none: it has read the card, which a payment without the bank needs. How long an answer
 * takes does not count, because the customer's time is in it.
 */
final class GuardedTerminal implements CardTerminal {

  static final int CALLS_MIN = 4;
  private static final int WINDOW = 10;
  private static final int HALF_OPEN_CALLS = 2;
  private static final Duration OPEN = Duration.ofSeconds(12);
  private static final Duration NEVER_SLOW = Duration.ofHours(1);
  private static final CardAnswer NOT_ASKED =
      new CardAnswer.Unavailable(
          "The bank has not answered several times; it is asked again in a few seconds.",
          "Take another tender.",
          null);
  private static final Reversal NOT_REVERSED =
      new Reversal.Pending("The bank has not answered several times; it is asked again later.");

  private final CardTerminal terminal;
  private final CircuitBreaker breaker;

  GuardedTerminal(CardTerminal terminal) {
    this.terminal = terminal;
    this.breaker =
        CircuitBreaker.of(
            "bank",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(CALLS_MIN)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(HALF_OPEN_CALLS)
                .slowCallDurationThreshold(NEVER_SLOW)
                .recordResult(answer ->
                    answer instanceof CardAnswer.Unknown || answer instanceof Reversal.Pending)
                .build());
  }

  @Override
  public CardAnswer authorise(Money amount, String key) {
    return guarded(() -> terminal.authorise(amount, key), NOT_ASKED);
  }

  @Override
  public CardAnswer authoriseByCode(Money amount, String key, String code) {
    return guarded(() -> terminal.authoriseByCode(amount, key, code), NOT_ASKED);
  }

  @Override
  public CardAnswer sendStored(Money amount, String key, String token) {
    return guarded(() -> terminal.sendStored(amount, key, token), NOT_ASKED);
  }

  @Override
  public CardAnswer refund(Money amount, String key) {
    return guarded(() -> terminal.refund(amount, key), NOT_ASKED);
  }

  @Override
  public Reversal reverse(String key) {
    return guarded(() -> terminal.reverse(key), NOT_REVERSED);
  }

  private <T> T guarded(Supplier<T> call, T notAsked) {
    return breaker.tryAcquirePermission() ? measured(call) : notAsked;
  }

  private <T> T measured(Supplier<T> call) {
    long start = breaker.getCurrentTimestamp();
    try {
      T answer = call.get();
      breaker.onResult(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), answer);
      return answer;
    } catch (RuntimeException e) {
      breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
      throw e;
    }
  }
}
