package dev.tillbridge.model.pricing;

import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Money as whole minor units (pence, cents), for the arithmetic of promotions; the one place where
 * it is rounded and shared.
 */
final class MinorUnits {

  private MinorUnits() {}

  static long of(Money money) {
    return money.getAmountMinorLong();
  }

  /** A percentage of an amount, rounded half up. */
  static long percentOf(long amount, BigDecimal percent) {
    return rounded(BigDecimal.valueOf(amount).multiply(percent).movePointLeft(2));
  }

  /** What a quantity costs at so much each, rounded half up. */
  static long times(long each, BigDecimal quantity) {
    return rounded(BigDecimal.valueOf(each).multiply(quantity));
  }

  private static long rounded(BigDecimal exact) {
    return exact.setScale(0, TicketLine.ROUNDING).longValueExact();
  }

  /**
   * A whole shared in proportion to weights, to the last minor unit: each gets its share rounded
   * down, and the largest remainders one more, among equals the first. When the whole is at most
   * the sum of the weights, no share is more than its weight.
   *
   * @param weights none negative
   */
  static long[] shared(long whole, long[] weights) {
    long[] shares = new long[weights.length];
    long sum = Arrays.stream(weights).sum();
    if (whole == 0 || sum == 0) {
      return shares;
    }
    if (weights.length == 1) {
      shares[0] = whole;
      return shares;
    }
    long[] remainders = new long[weights.length];
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      if (Math.multiplyHigh(whole, weights[i]) == 0 && whole * weights[i] >= 0) {
        shares[i] = whole * weights[i] / sum;
        remainders[i] = whole * weights[i] % sum;
      } else {
        BigInteger[] parts =
            BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(weights[i]))
                .divideAndRemainder(BigInteger.valueOf(sum));
        shares[i] = parts[0].longValueExact();
        remainders[i] = parts[1].longValueExact();
      }
      given += shares[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
        .limit(whole - given)
        .forEach(i -> shares[i]++);
    return shares;
  }
}
