package dev.tillbridge.model.document;

import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;

/** What a customer agreed to pay by a day. */
public record Instalment(LocalDate due, Money amount) {

  public Instalment {
    Objects.requireNonNull(due, "due is missing");
    Objects.requireNonNull(amount, "amount is missing");
  }
}
