package dev.tillbridge.model.tax;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.joda.money.Money;

/** The tax of one category on a ticket; negative on a return. */
@JsonPropertyOrder({"rate", "net", "tax"})
public record TaxAmount(TaxRate rate, Money net, Money tax) {

  public TaxAmount {
    Objects.requireNonNull(rate, "rate is missing");
    Objects.requireNonNull(net, "net is missing");
    Objects.requireNonNull(tax, "tax is missing");
  }

  @JsonIgnore
  public Money gross() {
    return net.plus(tax);
  }
}
