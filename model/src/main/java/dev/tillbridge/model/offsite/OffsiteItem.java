package dev.tillbridge.model.offsite;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.SaleUnit;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an item costs at an event; it says everything, so that nobody needs a price book to read it.
 *
 * @param code of the price book's item, or of a quick item, which only the event has
 * @param taxCategory of the price book
 * @param unit what a quantity counts, null when anything may be entered
 * @param quick whether the price book had no such item when the event began
 */
@JsonPropertyOrder({"code", "name", "price", "taxCategory", "unit", "quick"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OffsiteItem(
    String code,
    String name,
    Money price,
    String taxCategory,
    @Nullable SaleUnit unit,
    boolean quick) {

  public OffsiteItem {
    Objects.requireNonNull(code, "code is missing");
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(price, "price is missing");
    Objects.requireNonNull(taxCategory, "taxCategory is missing");
    if (!price.isPositive()) {
      throw new IllegalArgumentException(
          "Item " + code + " of an event: a price is above zero; got " + price + ".");
    }
  }

  /** As an item of a price book that has one price. */
  @JsonIgnore
  public BookValue.Item asItem() {
    return new BookValue.Item(code, name, price, taxCategory, List.of(), null, unit, List.of());
  }
}
