package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One item on a ticket.
 *
 * @param number 1 for the first line, without gaps
 * @param item code in the price book
 * @param scanned what the scanner or the clerk entered: a barcode or the item's code
 * @param quantity positive on a sale, negative on a return
 * @param unitPrice never negative
 * @param amount quantity times unit price, rounded half up to the minor unit
 */
@JsonPropertyOrder({
  "number",
  "item",
  "scanned",
  "name",
  "quantity",
  "unitPrice",
  "amount",
  "tax",
  "override"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketLine(
    int number,
    String item,
    String scanned,
    String name,
    BigDecimal quantity,
    Money unitPrice,
    Money amount,
    TaxRate tax,
    @Nullable PriceOverride override) {

  /** The one rounding of a line's amount. */
  public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  public TicketLine {
    Objects.requireNonNull(item, "item is missing");
    Objects.requireNonNull(scanned, "scanned is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(quantity, "quantity is missing");
    Objects.requireNonNull(unitPrice, "unitPrice is missing");
    Objects.requireNonNull(amount, "amount is missing");
    Objects.requireNonNull(tax, "tax is missing");
    if (number < 1) {
      throw new IllegalArgumentException("Lines count from 1; got " + number + ".");
    }
    if (quantity.signum() == 0) {
      throw new IllegalArgumentException("Line " + number + ": a quantity of zero sells nothing.");
    }
    if (unitPrice.isNegative()) {
      throw new IllegalArgumentException(
          "Line " + number + ": a unit price is never negative; got " + unitPrice + ".");
    }
    Money extended = unitPrice.multipliedBy(quantity, ROUNDING);
    if (!extended.equals(amount)) {
      throw new IllegalArgumentException(
          "Line %d: %s x %s is %s, not %s."
              .formatted(number, quantity.toPlainString(), unitPrice, extended, amount));
    }
  }

  /** A line whose amount is worked out. */
  public static TicketLine of(
      int number,
      String item,
      String scanned,
      String name,
      BigDecimal quantity,
      Money unitPrice,
      TaxRate tax,
      @Nullable PriceOverride override) {
    return new TicketLine(
        number,
        item,
        scanned,
        name,
        quantity,
        unitPrice,
        unitPrice.multipliedBy(quantity, ROUNDING),
        tax,
        override);
  }
}
