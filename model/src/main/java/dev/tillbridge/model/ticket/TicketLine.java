package dev.tillbridge.model.ticket;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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
 * @param amount quantity times unit price, rounded half up to the minor unit, less the discounts
 * @param override why the unit price is not the price book's, null when it is
 * @param basis which of the price book's prices the unit price is, null when not recorded
 * @param discounts what was taken off, in the order it was
 * @param returned where goods that come back were bought, null for goods that go out
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
  "override",
  "basis",
  "discounts",
  "returned"
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
    @Nullable PriceOverride override,
    @Nullable PriceBasis basis,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LineDiscount> discounts,
    @Nullable ReturnedFrom returned) {

  /** The one rounding of a line's amount. */
  public static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  /** In minor units: what rounding may make of the tax of one part of a ticket. */
  private static final int TOLD_TAX_OFF_MAX = 5;

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
    if (returned != null && quantity.signum() > 0) {
      throw new IllegalArgumentException(
          "Line " + number + ": goods that come back have a quantity below zero; got " + quantity);
    }
    discounts = discounts == null ? List.of() : List.copyOf(discounts);
    Money due = due(unitPrice, quantity, discounts);
    if (!due.equals(amount)) {
      throw new IllegalArgumentException(
          "Line %d: %s x %s less its discounts is %s, not %s."
              .formatted(number, quantity.toPlainString(), unitPrice, due, amount));
    }
    if (amount.getAmount().signum() * quantity.signum() < 0) {
      throw new IllegalArgumentException(
          "Line %d: its discounts are more than %s x %s."
              .formatted(number, quantity.toPlainString(), unitPrice));
    }
    requireTaxThatWasCharged(number, amount, tax, returned);
  }

  /** Parts of a ticket are rounded apart from it, so a part may differ a little from its rate. */
  private static void requireTaxThatWasCharged(
      int number, Money amount, TaxRate rate, @Nullable ReturnedFrom returned) {
    Money told = returned == null ? null : returned.tax();
    if (told == null) {
      return;
    }
    if (told.isPositive() || told.isLessThan(mostTaxBack(amount, rate))) {
      throw new IllegalArgumentException(
          "Line %d: %s of tax cannot have been charged on %s at %s %%."
              .formatted(number, told, amount, rate.percent().toPlainString()));
    }
  }

  /** The most that may go back with goods for this amount; both are zero or negative. */
  public static Money mostTaxBack(Money amount, TaxRate rate) {
    return rate.on(amount).tax().minus(Money.ofMinor(amount.getCurrencyUnit(), TOLD_TAX_OFF_MAX));
  }

  /** A line without a basis and discounts whose amount is worked out. */
  public static TicketLine of(
      int number,
      String item,
      String scanned,
      String name,
      BigDecimal quantity,
      Money unitPrice,
      TaxRate tax,
      @Nullable PriceOverride override) {
    return of(number, item, scanned, name, quantity, unitPrice, tax, override, null, List.of());
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
      @Nullable PriceOverride override,
      @Nullable PriceBasis basis,
      List<LineDiscount> discounts) {
    return new TicketLine(
        number,
        item,
        scanned,
        name,
        quantity,
        unitPrice,
        due(unitPrice, quantity, discounts),
        tax,
        override,
        basis,
        discounts,
        null);
  }

  /** The same with another number. */
  public TicketLine numbered(int newNumber) {
    return new TicketLine(
        newNumber, item, scanned, name, quantity, unitPrice, amount, tax, override, basis,
        discounts, returned);
  }

  /** The same with these discounts and no others. */
  public TicketLine discounted(List<LineDiscount> newDiscounts) {
    return changed(quantity, unitPrice, override, newDiscounts);
  }

  /** So many of the same, nothing taken off. */
  public TicketLine times(BigDecimal newQuantity) {
    return changed(newQuantity, unitPrice, override, List.of());
  }

  /** The same at this price, nothing taken off; the price book's own has no override. */
  public TicketLine priced(Money newUnitPrice, @Nullable PriceOverride newOverride) {
    return changed(quantity, newUnitPrice, newOverride, List.of());
  }

  private TicketLine changed(
      BigDecimal newQuantity,
      Money newUnitPrice,
      @Nullable PriceOverride newOverride,
      List<LineDiscount> newDiscounts) {
    return new TicketLine(
        number,
        item,
        scanned,
        name,
        newQuantity,
        newUnitPrice,
        due(newUnitPrice, newQuantity, newDiscounts),
        tax,
        newOverride,
        basis,
        newDiscounts,
        returned);
  }

  /** The same, coming back from there. */
  public TicketLine returnedFrom(ReturnedFrom from) {
    return new TicketLine(
        number, item, scanned, name, quantity, unitPrice, amount, tax, override, basis, discounts,
        from);
  }

  /** Whether it goes back for what was paid, whatever the price book says now. */
  @JsonIgnore
  public boolean isFromReceipt() {
    return returned != null && returned.ticket() != null;
  }

  /** Id of the event whose price it has, null for a price of the shop. */
  @JsonIgnore
  public @Nullable String event() {
    return basis == null ? null : basis.event();
  }

  /** What it would cost without the discounts. */
  @JsonIgnore
  public Money undiscounted() {
    return unitPrice.multipliedBy(quantity, ROUNDING);
  }

  private static Money due(Money unitPrice, BigDecimal quantity, List<LineDiscount> discounts) {
    return discounts.stream()
        .map(LineDiscount::amount)
        .reduce(unitPrice.multipliedBy(quantity, ROUNDING), Money::minus);
  }
}
