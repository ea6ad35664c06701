package dev.tillbridge.register.tender;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a shop lets pass while the bank cannot be asked. Each is the most that is allowed.
 *
 * @param floorLimit of one ticket by card, in the shop's currency; zero: nothing without the bank
 * @param storedMax payments of this register that wait for the bank
 * @param storedAmountMax what they come to
 * @param storedAgeMax how long the oldest may have waited
 */
public record CardRules(
    BigDecimal floorLimit, int storedMax, BigDecimal storedAmountMax, Duration storedAgeMax) {

  /** Nothing without the bank. */
  public static final CardRules ASK_ALWAYS =
      new CardRules(BigDecimal.ZERO, 0, BigDecimal.ZERO, Duration.ZERO);

  public CardRules {
    if (floorLimit.signum() < 0 || storedMax < 0 || storedAmountMax.signum() < 0) {
      throw new IllegalArgumentException(
          "Card limits are not negative; got %s, %d and %s."
              .formatted(floorLimit, storedMax, storedAmountMax));
    }
  }
}
