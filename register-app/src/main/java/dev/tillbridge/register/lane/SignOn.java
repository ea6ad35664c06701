package dev.tillbridge.register.lane;

import dev.tillbridge.register.operator.Operator;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.operator.PinVerifier;
import dev.tillbridge.register.operator.SignOnThrottle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for signing on. */
final class SignOn {

  sealed interface Answer {
    record Welcome(Operator operator) implements Answer {}

    record Rejected(Refusal refusal) implements Answer {}

    /** It was the wrong PIN once too often: the person has to wait now. */
    record LockedOut(Refusal refusal, String id) implements Answer {}
  }

  private static final String NOBODY = "";

  private final Operators operators;
  private final PinVerifier pins;
  private final SignOnThrottle throttle;

  SignOn(Operators operators, PinVerifier pins, Clock clock) {
    this.operators = operators;
    this.pins = pins;
    this.throttle = new SignOnThrottle(clock);
  }

  /** A manager may sign on over a clerk, also in the middle of a ticket. */
  Answer check(@Nullable Operator current, String id, String pin) {
    Optional<Operator> found = operators.find(id.strip());
    String counted = found.map(Operator::id).orElse(NOBODY);
    Duration left = throttle.left(counted);
    if (left.isPositive()) {
      return new Answer.Rejected(new Refusal.TooManyWrongPins(left));
    }
    boolean right =
        found.isPresent()
            && pin.length() <= LaneLimits.PIN_LENGTH_MAX
            && pins.matches(pin, found.get().pinHash());
    if (!right) {
      throttle.wrong(counted);
      return throttle.left(counted).isPositive()
          ? new Answer.LockedOut(new Refusal.WrongPin(), id.strip())
          : new Answer.Rejected(new Refusal.WrongPin());
    }
    throttle.right(counted);
    Operator known = found.get();
    return current == null || current.equals(known) || known.outranks(current)
        ? new Answer.Welcome(known)
        : new Answer.Rejected(new Refusal.AnotherIsSignedOn(current.name()));
  }
}
