package dev.tillbridge.register.lane;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.pricebook.PriceBook;
import dev.tillbridge.model.pricebook.Terms;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** A small price book in memory. */
public final class ShopBook implements PriceBook {

  public static final TaxRate STANDARD =
      new TaxRate("standard", new BigDecimal("20"), TaxMode.INCLUSIVE);
  public static final TaxRate REDUCED =
      new TaxRate("reduced", new BigDecimal("5"), TaxMode.INCLUSIVE);
  public static final TaxRate ADDED =
      new TaxRate("added", new BigDecimal("8.875"), TaxMode.EXCLUSIVE);

  private final long version;
  private final Map<String, BookValue.Item> items = new LinkedHashMap<>();
  private final Map<String, BookValue.TaxCategory> taxes = new LinkedHashMap<>();

  public ShopBook(long version) {
    this.version = version;
    with("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "GBP 2.55", STANDARD);
    with("71053", "WHITE METAL LANTERN", "GBP 3.39", STANDARD);
    with("22752", "SET 7 BABUSHKA NESTING BOXES", "GBP 7.65", REDUCED);
    with("21730", "GLASS STAR FROSTED T-LIGHT HOLDER", "GBP 4.25", ADDED);
    with("FREE", "GIFT WRAP", "GBP 0.01", REDUCED);
  }

  /** Adds an item, also found by the barcode 50 and its code. */
  public ShopBook with(String code, String name, String price, TaxRate tax) {
    String barcode = "50" + code;
    BookValue.Item item =
        new BookValue.Item(code, name, Money.parse(price), tax.category(), List.of(barcode));
    items.put(code, item);
    items.put(barcode, item);
    taxes.put(tax.category(), new BookValue.TaxCategory(tax.category(), tax));
    return this;
  }

  public List<String> codes() {
    return List.copyOf(items.keySet());
  }

  @Override
  public Manifest manifest() {
    return new Manifest(
        version, Instant.parse("2026-11-21T20:00:00Z"), "admin", "GBP", items.size(), "0");
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
