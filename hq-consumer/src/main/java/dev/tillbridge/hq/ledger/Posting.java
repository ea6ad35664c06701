package dev.tillbridge.hq.ledger;

import java.util.Objects;
import org.joda.money.Money;

/**
 * One side of a transaction.
 *
 * @param account code in the chart of accounts
 * @param amount a debit when positive, a credit when negative; never zero
 * @param memo what it is for, in words
 */
public record Posting(String account, Money amount, String memo) {

  public Posting {
    Objects.requireNonNull(account, "account is missing");
    Objects.requireNonNull(memo, "memo is missing");
    if (amount.isZero()) {
      throw new IllegalArgumentException("A posting of zero to " + account + " says nothing.");
    }
  }
}
