package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One key's whole state in a price book. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BookValue.Item.class, name = "item"),
  @JsonSubTypes.Type(value = BookValue.TaxCategory.class, name = "tax"),
  @JsonSubTypes.Type(value = BookValue.Zone.class, name = "zone"),
  @JsonSubTypes.Type(value = Promotion.class, name = "promotion"),
  @JsonSubTypes.Type(value = EmbeddedBarcode.class, name = "embedded-barcode"),
  @JsonSubTypes.Type(value = BookValue.Gone.class, name = "gone")
})
public sealed interface BookValue
    permits BookValue.Item,
        BookValue.TaxCategory,
        BookValue.Zone,
        BookValue.Gone,
        Promotion,
        EmbeddedBarcode {

  /**
   * Its key in the topic, for example {@code item:CODE}, {@code tax:CODE}, {@code promotion:CODE}.
   */
  @JsonIgnore
  String bookKey();

  /**
   * An item and its prices.
   *
   * @param price everywhere and from the beginning, where the schedule says nothing else
   * @param barcodes GTINs and shop-internal numbers
   * @param category for promotions and for the screen's groups, null when it has none
   * @param unit what a quantity counts, null when anything may be entered
   * @param schedule other prices by zone and time, in the order of {@link PricePoint#ORDER}
   */
  @JsonPropertyOrder({
    "code",
    "name",
    "price",
    "taxCategory",
    "barcodes",
    "category",
    "unit",
    "schedule"
  })
  record Item(
      String code,
      String name,
      Money price,
      String taxCategory,
      List<String> barcodes,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String category,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SaleUnit unit,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PricePoint> schedule)
      implements BookValue {

    public Item {
      Objects.requireNonNull(code, "code is missing");
      Objects.requireNonNull(name, "name is missing");
      Objects.requireNonNull(price, "price is missing");
      Objects.requireNonNull(taxCategory, "taxCategory is missing");
      barcodes = List.copyOf(barcodes);
      schedule = schedule == null ? List.of() : schedule.stream().sorted(PricePoint.ORDER).toList();
      if (code.isBlank()) {
        throw new IllegalArgumentException("An item needs a code.");
      }
      if (!price.isPositive()) {
        throw new IllegalArgumentException(
            "Item " + code + ": a price is above zero; got " + price + ".");
      }
      requireSchedule(code, price, schedule);
    }

    /** One with a single price, without category and unit. */
    public Item(String code, String name, Money price, String taxCategory, List<String> barcodes) {
      this(code, name, price, taxCategory, barcodes, null, null, List.of());
    }

    /**
     * The price in a zone at a moment: of the points of the zone in force the latest, else of those
     * for everywhere the latest, else {@link #price}.
     *
     * @param zone null for a store without one
     * @param moment by the shop's clock on the wall
     */
    public PricePoint priceAt(@Nullable String zone, LocalDateTime moment) {
      PricePoint found = new PricePoint(null, null, price);
      for (PricePoint point : schedule) {
        // in order of zone, then time: a later one that fits is the better one
        boolean here = point.zone() == null || point.zone().equals(zone);
        if (here && (point.from() == null || !point.from().isAfter(moment))) {
          found = point;
        }
      }
      return found;
    }

    private static void requireSchedule(String code, Money price, List<PricePoint> schedule) {
      for (int i = 0; i < schedule.size(); i++) {
        PricePoint point = schedule.get(i);
        if (!point.price().getCurrencyUnit().equals(price.getCurrencyUnit())) {
          throw new IllegalArgumentException(
              "Item %s: all its prices have one currency; got %s and %s."
                  .formatted(code, price, point.price()));
        }
        if (point.zone() == null && point.from() == null) {
          throw new IllegalArgumentException(
              "Item " + code + ": a scheduled price needs a zone or a date.");
        }
        if (i > 0 && PricePoint.ORDER.compare(schedule.get(i - 1), point) == 0) {
          throw new IllegalArgumentException(
              "Item %s has two prices for zone %s from %s."
                  .formatted(code, point.zone(), point.from()));
        }
      }
    }

    @Override
    public String bookKey() {
      return "item:" + code;
    }
  }

  /**
   * A tax category's name and rates.
   *
   * @param rate until the first of the later ones
   * @param later percentages from a date on, in order of their dates
   */
  @JsonPropertyOrder({"name", "rate", "later"})
  record TaxCategory(
      String name, TaxRate rate, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LaterRate> later)
      implements BookValue {

    public TaxCategory {
      Objects.requireNonNull(name, "name is missing");
      Objects.requireNonNull(rate, "rate is missing");
      later =
          later == null
              ? List.of()
              : later.stream().sorted(Comparator.comparing(LaterRate::from)).toList();
    }

    /** One whose rate never changes. */
    public TaxCategory(String name, TaxRate rate) {
      this(name, rate, List.of());
    }

    /** The rate on a date. */
    public TaxRate rateOn(LocalDate date) {
      TaxRate found = rate;
      for (LaterRate next : later) {
        if (!next.from().isAfter(date)) {
          found = new TaxRate(rate.category(), next.percent(), rate.mode());
        }
      }
      return found;
    }

    @Override
    public String bookKey() {
      return "tax:" + rate.category();
    }
  }

  /** From this date on a tax category has another percentage. */
  @JsonPropertyOrder({"from", "percent"})
  record LaterRate(LocalDate from, BigDecimal percent) {

    public LaterRate {
      Objects.requireNonNull(from, "from is missing");
      Objects.requireNonNull(percent, "percent is missing");
    }
  }

  /**
   * Stores that share prices; a store is in one zone at most.
   *
   * @param stores store ids, for example {@code S01}
   */
  @JsonPropertyOrder({"code", "name", "stores"})
  record Zone(String code, String name, List<String> stores) implements BookValue {

    public Zone {
      Objects.requireNonNull(code, "code is missing");
      Objects.requireNonNull(name, "name is missing");
      stores = List.copyOf(stores);
      if (code.isBlank()) {
        throw new IllegalArgumentException("A price zone needs a code.");
      }
    }

    @Override
    public String bookKey() {
      return "zone:" + code;
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
