package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a quantity counts.
 *
 * @param name as on screen and receipt, for example {@code kg} or {@code each}
 * @param decimals 0 to 3; 0 for what is sold by the piece
 */
@JsonPropertyOrder({"name", "decimals"})
public record SaleUnit(String name, int decimals) {

  /** The most decimals of a quantity. */
  public static final int DECIMALS_MAX = 3;

  public SaleUnit {
    Objects.requireNonNull(name, "name is missing");
    if (name.isBlank()) {
      throw new IllegalArgumentException("A unit needs a name such as kg.");
    }
    if (decimals < 0 || decimals > DECIMALS_MAX) {
      throw new IllegalArgumentException(
          "Unit %s: 0 to %d decimals; got %d.".formatted(name, DECIMALS_MAX, decimals));
    }
  }

  /** Whether this much can be sold. */
  public boolean allows(BigDecimal quantity) {
    return quantity.stripTrailingZeros().scale() <= decimals;
  }
}
