package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.util.Objects;
import org.joda.money.Money;

/** What a customer pays for on a ticket besides goods; no tax is on it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Charge.StoredValueSold.class, name = "stored-value"),
  @JsonSubTypes.Type(value = Charge.DepositPaid.class, name = "deposit"),
  @JsonSubTypes.Type(value = Charge.Fee.class, name = "fee")
})
public sealed interface Charge {

  /** What it adds to the total; negative when the customer is given money back. */
  Money amount();

  /** As screen and receipt call it. */
  @JsonIgnore
  String name();

  /**
   * A gift certificate or store credit was issued, or more was put on it.
   *
   * @param number printed on it
   * @param reload whether it was there before
   */
  record StoredValueSold(Money amount, StoredValueKind kind, String number, boolean reload)
      implements Charge {

    public StoredValueSold {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(kind, "kind is missing");
      Objects.requireNonNull(number, "number is missing");
      if (!amount.isPositive()) {
        throw new IllegalArgumentException(
            number + " is sold for more than nothing; got " + amount);
      }
    }

    @Override
    @JsonIgnore
    public String name() {
      return (kind == StoredValueKind.GIFT ? "Gift certificate " : "Store credit ") + number;
    }
  }

  /** Money paid on an order or layaway, negative when it is given back. */
  record DepositPaid(Money amount, String document) implements Charge {

    public DepositPaid {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(document, "document is missing");
    }

    @Override
    @JsonIgnore
    public String name() {
      return (amount.isNegative() ? "Deposit back " : "Deposit ") + document;
    }
  }

  /**
   * Kept by the shop, for example when a layaway is cancelled.
   *
   * @param reason as receipt and books call it
   */
  record Fee(Money amount, String reason, String document) implements Charge {

    public Fee {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(reason, "reason is missing");
      Objects.requireNonNull(document, "document is missing");
    }

    @Override
    @JsonIgnore
    public String name() {
      return reason;
    }
  }
}
