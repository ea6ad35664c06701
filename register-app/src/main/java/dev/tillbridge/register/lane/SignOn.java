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

  Answer check(@Nullable Operator current, String id, String pin) {
    Optional<Operator> known = operators.find(id.strip());
    String counted = known.map(Operator::id).orElse(NOBODY);
    Duration left = throttle.left(counted);
    if (left.isPositive()) {
      return new Answer.Rejected(new Refusal.TooManyWrongPins(left));
    }
    boolean right =
        known.isPresent()
            && pin.length() <= LaneLimits.PIN_LENGTH_MAX
            && pins.matches(pin, known.get().pinHash());
    if (!right) {
      throttle.wrong(counted);
      return new Answer.Rejected(new Refusal.WrongPin());
    }
    throttle.right(counted);
    return current == null || current.equals(known.get())
        ? new Answer.Welcome(known.get())
        : new Answer.Rejected(new Refusal.AnotherIsSignedOn(current.name()));
  }
}
