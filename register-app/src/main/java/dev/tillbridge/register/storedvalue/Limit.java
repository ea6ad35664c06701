package dev.tillbridge.register.storedvalue;

import java.time.Instant;
import org.joda.money.Money;

/** How much may be taken of a stored value, besides what this register knows of it. */
public sealed interface Limit {

  /** Nobody was asked, and HQ never told a balance. */
  record Unasked() implements Limit {}

  /**
   * Nobody was asked; HQ told a balance before.
   *
   * @param left of it, less what was taken on tickets here and HQ did not confirm
   */
  record LastKnown(Money left, Instant at) implements Limit {}

  /**
   * HQ was asked.
   *
   * @param most that may be taken on top of what is on the ticket
   */
  record AtHq(Money most) implements Limit {}
}
