package dev.tillbridge.it.days;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the seed decides. */
final class Chance {

  private final RandomGenerator random;

  Chance(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** From 0, below that. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Up to that many pence, nought at times. */
  Money pence(int most) {
    return Money.ofMinor(CurrencyUnit.GBP, random.nextInt(most));
  }

  /** Mostly a few pieces, at times a weight. */
  BigDecimal quantity(String code) {
    return code.equals(Shelf.WEIGHED)
        ? BigDecimal.valueOf(1 + random.nextInt(3_000), 3)
        : BigDecimal.valueOf(1 + random.nextInt(4));
  }
}
