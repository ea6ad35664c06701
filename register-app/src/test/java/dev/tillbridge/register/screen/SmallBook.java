package dev.tillbridge.register.screen;

import dev.tillbridge.model.pricebook.BookInMemory;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.pricebook.Terms;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** Fourteen items. */
final class SmallBook implements PriceBook {

  private static final TaxRate STANDARD =
      new TaxRate("standard", new BigDecimal("20"), TaxMode.INCLUSIVE);
  private static final TaxRate ZERO = new TaxRate("zero", BigDecimal.ZERO, TaxMode.INCLUSIVE);

  private final Map<String, BookValue.Item> items = new LinkedHashMap<>();
  private final Map<String, BookValue.TaxCategory> taxes = new LinkedHashMap<>();
  private final Instant publishedAt;

  SmallBook(Instant publishedAt) {
    this.publishedAt = publishedAt;
    add("85123A", "White hanging heart t-light holder", "2.55", STANDARD);
    add("71053", "White metal lantern", "3.39", STANDARD);
    add("84406B", "Cream cupid hearts coat hanger", "2.75", STANDARD);
    add("84029G", "Knitted union flag hot water bottle", "3.39", STANDARD);
    add("22752", "Set 7 babushka nesting boxes", "7.65", STANDARD);
    add("21730", "Glass star frosted t-light holder", "4.25", STANDARD);
    add("22633", "Hand warmer union jack", "1.85", STANDARD);
    add("84879", "Assorted colour bird ornament", "1.69", STANDARD);
    add("22745", "Poppy's playhouse bedroom", "2.10", STANDARD);
    add("22310", "Ivory knitted mug cosy", "1.65", STANDARD);
    add("21755", "Love building block word", "5.95", STANDARD);
    add("22960", "Jam making set with jars", "4.25", ZERO);
    add("22913", "Red coat rack Paris fashion", "4.95", STANDARD);
    add("22900", "Set of 2 tea towels I love London", "2.95", ZERO);
    put(
        new BookValue.Item(
            "40011",
            "Bananas",
            Money.parse("GBP 1.20"),
            ZERO.category(),
            List.of("500000040011"),
            null,
            new SaleUnit("kg", 3),
            List.of()));
  }

  private void add(String code, String name, String price, TaxRate tax) {
    String barcode = "5000000" + code.replaceAll("\\D", "");
    BookValue.Item item =
        new BookValue.Item(
            code, name, Money.parse("GBP " + price), tax.category(), List.of(barcode));
    put(item);
    taxes.put(tax.category(), new BookValue.TaxCategory(tax.category(), tax));
  }

  private void put(BookValue.Item item) {
    items.put(item.code(), item);
    item.barcodes().forEach(barcode -> items.put(barcode, item));
  }

  /** The same, where its names are searched too. */
  PriceBook inMemory() {
    List<BookValue> all = new ArrayList<>(new LinkedHashSet<>(items.values()));
    all.addAll(taxes.values());
    return new BookInMemory(manifest(), all);
  }

  List<String> codes() {
    return items.keySet().stream().filter(code -> code.length() < 10).toList();
  }

  @Override
  public Manifest manifest() {
    return new Manifest(12, publishedAt, "admin", "GBP", items.size() / 2, "0");
  }

  @Override
  public Terms terms() {
    return new Terms(taxes.values());
  }

  @Override
  public Optional<BookValue.Item> item(String barcodeOrCode) {
    return Optional.ofNullable(items.get(barcodeOrCode));
  }
}
