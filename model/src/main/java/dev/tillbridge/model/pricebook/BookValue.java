package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.tax.TaxRate;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** One key's whole state in a price book. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BookValue.Item.class, name = "item"),
  @JsonSubTypes.Type(value = BookValue.TaxCategory.class, name = "tax"),
  @JsonSubTypes.Type(value = BookValue.Gone.class, name = "gone")
})
public sealed interface BookValue {

  /** Its key in the topic: {@code item:CODE} or {@code tax:CODE}. */
  @JsonIgnore
  String bookKey();

  /** An item and its price. */
  @JsonPropertyOrder({"code", "name", "price", "taxCategory", "barcodes"})
  record Item(String code, String name, Money price, String taxCategory, List<String> barcodes)
      implements BookValue {

    public Item {
      Objects.requireNonNull(code, "code is missing");
      Objects.requireNonNull(name, "name is missing");
      Objects.requireNonNull(price, "price is missing");
      Objects.requireNonNull(taxCategory, "taxCategory is missing");
      barcodes = List.copyOf(barcodes);
      if (code.isBlank()) {
        throw new IllegalArgumentException("An item needs a code.");
      }
      if (!price.isPositive()) {
        throw new IllegalArgumentException(
            "Item " + code + ": a price is above zero; got " + price + ".");
      }
    }

    @Override
    public String bookKey() {
      return "item:" + code;
    }
  }

  /** A tax category's name and rate. */
  record TaxCategory(String name, TaxRate rate) implements BookValue {

    public TaxCategory {
      Objects.requireNonNull(name, "name is missing");
      Objects.requireNonNull(rate, "rate is missing");
    }

    @Override
    public String bookKey() {
      return "tax:" + rate.category();
    }
  }

  /** The key is no longer in the book: it takes its place in the topic, and is not in the hash. */
  record Gone(String key) implements BookValue {

    public Gone {
      Objects.requireNonNull(key, "key is missing");
    }

    @Override
    public String bookKey() {
      return key;
    }
  }
}
