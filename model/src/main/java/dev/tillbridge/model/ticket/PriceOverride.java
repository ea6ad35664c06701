package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Objects;
import org.joda.money.Money;

/** Why a line's price is not the price book's. */
@JsonPropertyOrder({"bookPrice", "reason"})
public record PriceOverride(Money bookPrice, String reason) {

  public PriceOverride {
    Objects.requireNonNull(bookPrice, "bookPrice is missing");
    Objects.requireNonNull(reason, "reason is missing");
    if (reason.isBlank()) {
      throw new IllegalArgumentException("A price override needs a reason.");
    }
  }
}
