package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was taken off a line, and by which rule.
 *
 * @param promotion its code in the price book, null for a discount given by hand
 * @param name of the promotion, or the reason of a discount given by hand
 * @param amount positive on a sale, negative on a return
 */
@JsonPropertyOrder({"promotion", "name", "amount"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineDiscount(@Nullable String promotion, String name, Money amount) {

  public LineDiscount {
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(amount, "amount is missing");
    if (name.isBlank()) {
      throw new IllegalArgumentException("A discount needs a name or a reason.");
    }
    if (amount.isZero()) {
      throw new IllegalArgumentException("A discount of nothing is none: " + name + ".");
    }
  }

  /** Whether a person gave it, not the price book. */
  @JsonIgnore
  public boolean isManual() {
    return promotion == null;
  }
}
