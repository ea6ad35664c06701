package dev.tillbridge.model.tender;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.joda.money.Money;

/** One payment on a ticket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Tender.Cash.class, name = "cash")})
public sealed interface Tender {

  /** Received from the customer; negative when paid out to them. */
  Money amount();

  /** Notes and coins. */
  record Cash(Money amount) implements Tender {

    public Cash {
      Objects.requireNonNull(amount, "amount is missing");
    }
  }
}
