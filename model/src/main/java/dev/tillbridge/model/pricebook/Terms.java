package dev.tillbridge.model.pricebook;

import dev.tillbridge.model.pricebook.BookValue.TaxCategory;
import dev.tillbridge.model.pricebook.BookValue.Zone;
import dev.tillbridge.model.tax.TaxRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A book without its items: tax categories, zones, embedded barcodes, promotions. Immutable. */
public final class Terms {

  private final Map<String, TaxCategory> taxes = new HashMap<>();
  private final Map<String, String> zoneByStore = new HashMap<>();
  private final List<EmbeddedBarcode> embedded = new ArrayList<>();
  private final List<Promotion> promotions = new ArrayList<>();

  /** Takes what it is for and leaves out items. */
  public Terms(Iterable<? extends BookValue> values) {
    for (BookValue value : values) {
      switch (value) {
        case TaxCategory tax -> taxes.put(tax.rate().category(), tax);
        case Zone zone -> zone.stores().forEach(store -> zoneByStore.put(store, zone.code()));
        case EmbeddedBarcode barcode -> embedded.add(barcode);
        case Promotion promotion -> promotions.add(promotion);
        case BookValue.Item item -> {}
        case BookValue.Gone gone -> {}
      }
    }
    // the longest prefix first: 2012 is more exact than 20
    embedded.sort(
        Comparator.comparingInt((EmbeddedBarcode barcode) -> -barcode.prefix().length())
            .thenComparing(EmbeddedBarcode::prefix));
    promotions.sort(Comparator.comparing(Promotion::code));
  }

  /** The rate of a tax category on a date; empty when the book has no such category. */
  public Optional<TaxRate> taxOn(String category, LocalDate date) {
    return Optional.ofNullable(taxes.get(category)).map(tax -> tax.rateOn(date));
  }

  /** The zone of a store, null when it is in none. */
  public @Nullable String zoneOf(String store) {
    return zoneByStore.get(store);
  }

  /** In ascending order of their codes. */
  public List<Promotion> promotions() {
    return Collections.unmodifiableList(promotions);
  }

  Optional<EmbeddedBarcode.Reading> embedded(String barcode) {
    return embedded.stream().flatMap(rule -> rule.read(barcode).stream()).findFirst();
  }
}
