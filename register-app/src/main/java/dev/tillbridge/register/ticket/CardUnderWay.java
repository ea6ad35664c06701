package dev.tillbridge.register.ticket;

import java.time.Instant;
import java.util.Objects;
import org.joda.money.Money;

/**
 * A card payment that the terminal was asked for. It is saved before the terminal is asked, so that
 * it can be taken back whatever happens to this register.
 *
 * @param key under which the acquirer knows it
 * @param amount negative when it goes to the customer
 */
public record CardUnderWay(String key, Money amount, Instant since) {

  public CardUnderWay {
    Objects.requireNonNull(key, "key is missing");
    Objects.requireNonNull(amount, "amount is missing");
    Objects.requireNonNull(since, "since is missing");
  }
}
