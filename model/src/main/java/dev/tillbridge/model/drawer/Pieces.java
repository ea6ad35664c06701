package dev.tillbridge.model.drawer;

import java.util.Objects;
import org.joda.money.Money;

/** So many notes or coins of one denomination. */
public record Pieces(Money denomination, int count) {

  public Pieces {
    Objects.requireNonNull(denomination, "denomination is missing");
    if (count < 0) {
      throw new IllegalArgumentException("A count is never negative; got " + count + ".");
    }
  }

  /** What they are worth. */
  public Money worth() {
    return denomination.multipliedBy(count);
  }
}
