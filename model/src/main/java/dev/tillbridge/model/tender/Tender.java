package dev.tillbridge.model.tender;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.Money;

/** One payment on a ticket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Tender.Cash.class, name = "cash"),
  @JsonSubTypes.Type(value = Tender.ForeignCash.class, name = "foreign-cash"),
  @JsonSubTypes.Type(value = Tender.Card.class, name = "card"),
  @JsonSubTypes.Type(value = Tender.StoredValue.class, name = "stored-value"),
  @JsonSubTypes.Type(value = Tender.Deposit.class, name = "deposit")
})
public sealed interface Tender {

  /** Received from the customer, in the ticket's currency; negative when paid out to them. */
  Money amount();

  /** Notes and coins. */
  record Cash(Money amount) implements Tender {

    public Cash {
      Objects.requireNonNull(amount, "amount is missing");
    }
  }

  /**
   * Notes and coins of another currency. Change is given in the shop's own.
   *
   * @param foreign what was handed over
   * @param rate how much of the shop's currency one unit of it is worth
   */
  record ForeignCash(Money amount, Money foreign, BigDecimal rate) implements Tender {

    public ForeignCash {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(foreign, "foreign is missing");
      Objects.requireNonNull(rate, "rate is missing");
      Money worth = worth(foreign, rate, amount);
      if (!worth.equals(amount)) {
        throw new IllegalArgumentException(
            "%s at %s is %s, not %s.".formatted(foreign, rate.toPlainString(), worth, amount));
      }
    }

    /** What foreign cash is worth, rounded down to the minor unit. */
    public static ForeignCash of(Money foreign, BigDecimal rate, org.joda.money.CurrencyUnit own) {
      return new ForeignCash(worth(foreign, rate, Money.zero(own)), foreign, rate);
    }

    private static Money worth(Money foreign, BigDecimal rate, Money in) {
      return Money.of(in.getCurrencyUnit(), foreign.getAmount().multiply(rate), RoundingMode.DOWN);
    }
  }

  /** A card. */
  record Card(Money amount, CardPayment card) implements Tender {

    public Card {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(card, "card is missing");
    }
  }

  /**
   * A gift certificate or store credit.
   *
   * @param number printed on it
   * @param checked whether HQ was asked for its balance
   */
  record StoredValue(Money amount, StoredValueKind kind, String number, boolean checked)
      implements Tender {

    public StoredValue {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(kind, "kind is missing");
      Objects.requireNonNull(number, "number is missing");
    }
  }

  /** What the customer had paid on an order or layaway before. */
  record Deposit(Money amount, String document) implements Tender {

    public Deposit {
      Objects.requireNonNull(amount, "amount is missing");
      Objects.requireNonNull(document, "document is missing");
    }
  }
}
