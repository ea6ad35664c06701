package dev.tillbridge.register.elsewhere;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about numbers, for a while: who looks at one that is not known begins to ask,
 * and looks again. Thread-safe; looking never waits.
 */
public final class Looking<T> {

  private static final int NUMBERS_MAX = 20;

  /** No answer of anybody is waited for longer than this. */
  private static final Duration ASKING_MAX = Duration.ofSeconds(30);

  /** What was found out, and for how long it is shown without asking again. */
  public record Found<T>(T what, Duration fresh) {}

  /** What is null is being asked for. */
  private record Kept<T>(@Nullable T what, Instant until) {}

  private final Errands errands;
  private final Clock clock;
  private final Map<String, Kept<T>> numbers = new LinkedHashMap<>();

  public Looking(Errands errands, Clock clock) {
    this.errands = errands;
    this.clock = clock;
  }

  /**
   * What is known of a number; empty while it is being asked for.
   *
   * @param ask finds it out, beside the lane
   * @param otherwise when it fails, or too much is asked already
   */
  public Optional<T> look(String number, Supplier<Found<T>> ask, Found<T> otherwise) {
    if (begins(number)) {
      boolean asked =
          errands.run(() -> {
            Found<T> found = otherwise;
            try {
              found = ask.get();
            } finally {
              keep(number, found.what(), found.fresh());
            }
          });
      if (!asked) {
        keep(number, otherwise.what(), otherwise.fresh());
      }
    }
    synchronized (this) {
      Kept<T> known = numbers.get(number);
      return known == null ? Optional.empty() : Optional.ofNullable(known.what());
    }
  }

  private synchronized boolean begins(String number) {
    Kept<T> known = numbers.get(number);
    if (known != null && clock.instant().isBefore(known.until())) {
      return false;
    }
    keep(number, null, ASKING_MAX);
    return true;
  }

  private synchronized void keep(String number, @Nullable T what, Duration how) {
    numbers.remove(number);
    numbers.put(number, new Kept<>(what, clock.instant().plus(how)));
    if (numbers.size() > NUMBERS_MAX) {
      numbers.remove(numbers.keySet().iterator().next());
    }
  }
}
